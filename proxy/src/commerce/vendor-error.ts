import type { Vendor } from '../contract/vocabulary';

/** Why a vendor gave no usable answer; codes of the error catalogue. */
export type UpstreamCode =
  | 'RCC_UPSTREAM_TIMEOUT'
  | 'RCC_UPSTREAM_BAD_RESPONSE'
  | 'RCC_UPSTREAM_RATE_LIMITED'
  | 'RCC_UPSTREAM_BUSY'
  | 'RCC_UPSTREAM_UNAVAILABLE'
  | 'RCC_UPSTREAM_UNAUTHORIZED'
  | 'RCC_UPSTREAM_NOT_CONFIGURED';

interface Circumstances {
  /** True when the same call may succeed a moment later. */
  retryable?: boolean;
  /** When the vendor asked to be called again, in seconds. */
  retryAfterSeconds?: number | null;
  /** True when the vendor answers nobody before that, whatever is asked. */
  exhausted?: boolean;
  /** HTTP status, when there was one. */
  status?: number;
  /** What the network layer called it, for the log; no word for people. */
  networkCode?: string;
}

/** A call to a vendor that failed. The message names the vendor and the cause, never what was asked. */
export class VendorError extends Error {
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | null;
  readonly exhausted: boolean;
  readonly status: number | undefined;
  readonly networkCode: string | undefined;

  constructor(
    readonly vendor: Vendor,
    readonly code: UpstreamCode,
    message: string,
    circumstances: Circumstances = {},
  ) {
    super(message);
    this.name = 'VendorError';
    this.retryable = circumstances.retryable ?? false;
    this.retryAfterSeconds = circumstances.retryAfterSeconds ?? null;
    this.exhausted = circumstances.exhausted ?? false;
    this.status = circumstances.status;
    this.networkCode = circumstances.networkCode;
  }
}
