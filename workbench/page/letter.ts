/** The frame around a mail's HTML: links open outside, the paper is white as in a mail program. */
const HEAD =
  '<!doctype html><html lang="und"><head><meta charset="utf-8"><base target="_blank">' +
  '<style>body{margin:0;padding:14px 16px;background:#fff;color:#1b2033;' +
  'font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;overflow-wrap:anywhere}' +
  'p:first-child{margin-top:0}p:last-child{margin-bottom:0}</style></head><body>';

/** A whole document for the frame that shows a mail. */
export const letter = (html: string): string => `${HEAD}${html}</body></html>`;
