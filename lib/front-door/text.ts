/** Control characters and what changes or hides the text around it without being seen; line ends and tabs are text. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

/** Well-formed Unicode without characters that nobody sees and that steer a screen, a terminal, a log or a reader of the text. */
export function isCleanText(text: string): boolean {
  return text.isWellFormed() && !UNSEEN.test(text);
}
