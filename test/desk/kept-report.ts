import type { SentMail } from '../../workbench/outlook/mail';
import { REPORT_FOLDER, REPORT_SITE } from '../../workbench/start/start-product';
import type { TestProduct } from '../product/open-product';

const ADMINISTRATOR = 'administrator@shop.example';

/** The report of a day as it is kept; undefined when there is none. */
export async function reportOf(product: TestProduct, date: string): Promise<string | undefined> {
  const { statusCode, body } = await product.product.platform.sharePoint.call({
    operationId: 'GetFileContentByPath',
    arguments: { dataset: REPORT_SITE, path: `${REPORT_FOLDER}/${date} ticket summary.html` },
    runId: 'test',
    actionName: 'test',
    attempt: 1,
    signal: new AbortController().signal,
  });
  if (statusCode !== 200) return undefined;
  return Buffer.from((body as { $content: string }).$content, 'base64').toString('utf8');
}

/** The mails with the report of a day. */
export const reportsMailed = (product: TestProduct, date: string): SentMail[] =>
  [...product.product.platform.outlook.sent()].filter(
    ({ to, subject, sentOn }) => to === ADMINISTRATOR && !subject.startsWith('Flow failed') && sentOn.startsWith(date),
  );
