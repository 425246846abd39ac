import { get } from "node:http";

/** Ends this process well when the address answers 200 within three seconds, else badly: what Docker asks of a health check. */
export function endByAnswerOf(url) {
  const request = get(url, { timeout: 3000 }, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1));
  request.on("timeout", () => process.exit(1));
  request.on("error", () => process.exit(1));
}
