import { callOutsideRuns } from '../../workbench/flow-engine/call-outside-runs';
import { reportTitle } from '../../proxy/src/metrics/report/report-page';
import type { SentMail } from '../../workbench/outlook/mail';
import { REPORT_FOLDER, REPORT_SITE } from '../../workbench/start/start-product';
import type { TestProduct } from '../product/open-product';

const ADMINISTRATOR = 'administrator@shop.example';

/** The report of a day as it is kept; undefined when there is none. */
export async function reportOf(product: TestProduct, date: string): Promise<string | undefined> {
  const { statusCode, body } = await callOutsideRuns(
    product.product.platform.sharePoint,
    'GetFileContentByPath',
    { dataset: REPORT_SITE, path: `${REPORT_FOLDER}/${date} ticket summary.html` },
    'test',
  );
  if (statusCode !== 200) return undefined;
  return Buffer.from((body as { $content: string }).$content, 'base64').toString('utf8');
}

/** The mails with the report of a day. */
export const reportsMailed = (product: TestProduct, date: string): SentMail[] =>
  [...product.product.platform.outlook.sent()].filter(
    ({ to, subject }) => to === ADMINISTRATOR && subject === reportTitle({ date, complete: true }),
  );
