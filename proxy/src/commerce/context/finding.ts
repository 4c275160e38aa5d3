import type { Finding } from '../../contract/order-context';

export const finding = (code: Finding['code'], confidence: Finding['confidence'], ...evidence: string[]): Finding => ({
  code,
  confidence,
  evidence,
});
