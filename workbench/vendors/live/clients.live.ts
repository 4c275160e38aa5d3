import { fedexCases, openaiCases, shopifyCases, stripeCases, upsCases } from './client-cases';
import { LIVE_VENDORS, readLivePlan, type LiveVendor } from './live-plan';

const { settings, model, subjects, skipped, refundAllowed } = readLivePlan(process.env);
const CASES: Record<LiveVendor, (subject: string) => void> = {
  shopify: (order) => shopifyCases(() => settings.shopify!, order),
  ups: (number) => upsCases(() => settings.ups!, number),
  fedex: (number) => fedexCases(() => settings.fedex!, number),
  stripe: (charge) => stripeCases(() => settings.stripe!, charge, refundAllowed),
  openai: () => openaiCases(() => model!),
};

for (const vendor of LIVE_VENDORS) {
  const subject = subjects[vendor];
  if (subject === undefined) it.skip(`${vendor}: ${skipped[vendor]}`, () => undefined);
  else describe(`the client and the live service of ${vendor}`, () => CASES[vendor](subject));
}
