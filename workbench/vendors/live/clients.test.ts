import { modelSettings, sandboxSettings } from '../sandbox-settings';
import { startVendorSandboxes, type VendorSandboxes } from '../start-vendor-sandboxes';
import { fedexCases, openaiCases, shopifyCases, stripeCases, upsCases } from './client-cases';

let sandboxes: VendorSandboxes;
beforeAll(async () => {
  sandboxes = await startVendorSandboxes();
});
afterAll(() => sandboxes.close());
const settings = () => sandboxSettings(sandboxes);

describe('the client and the sandbox of Shopify', () => shopifyCases(() => settings().shopify!, '#12345'));
describe('the client and the sandbox of UPS', () => upsCases(() => settings().ups!, '1ZRC49990300123591'));
describe('the client and the sandbox of FedEx', () => fedexCases(() => settings().fedex!, '794200123458'));
describe('the client and the sandbox of Stripe', () => stripeCases(() => settings().stripe!, 'ch_1234567890', true));
describe('the classifier and the sandbox of OpenAI', () => openaiCases(() => modelSettings(sandboxes)));
