import { isMainThread } from "node:worker_threads";

// Loaded into each process that `npm start` starts: when the starter is killed without a chance to clean up, it ends too.
if (isMainThread) {
  const starter = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === starter) return;
    clearInterval(watch);
    setTimeout(() => process.exit(1), 10_000).unref();
    process.kill(process.pid, "SIGTERM");
  }, 1000);
  watch.unref();
}
