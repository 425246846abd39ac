/** "1,2 s", or "2 min 05 s" from a minute on. */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1).replace(".", ",")} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`;
}

/**
 * Names each step when it begins and its time when it is over. What the work answers as a text is added in brackets.
 * In a terminal the seconds count along, so that a long step is seen to be alive.
 */
export function progress(total, out = process.stdout) {
  let number = 0;
  return async (title, work) => {
    number += 1;
    const line = `[${number}/${total}] ${title} ... `;
    const begin = performance.now();
    out.write(line);
    const count = () => out.write(`\r${line}${Math.round((performance.now() - begin) / 1000)} s`);
    const timer = out.isTTY ? setInterval(count, 1000) : undefined;
    let isDone = false;
    try {
      const answer = await work();
      isDone = true;
      const remark = typeof answer === "string" ? ` (${answer})` : "";
      out.write(`${out.isTTY ? `\r${line}` : ""}${duration(performance.now() - begin)}${remark}\n`);
      return answer;
    } finally {
      clearInterval(timer);
      if (!isDone) out.write("\n");
    }
  };
}
