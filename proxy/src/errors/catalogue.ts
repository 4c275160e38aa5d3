/** One kind of failure: everything a caller and an operator need to know about it. */
export interface ErrorKind {
  /** HTTP status of the answer; left out when it never is an answer of its own, only named in `degraded`. */
  status?: number;
  /** Whether the same call may succeed later without a change. */
  retryable: boolean;
  meaning: string;
  /** What a flow should do. */
  flow: string;
  /** What the operator should do. */
  operator: string;
}

const VENDOR_FLOW = 'Go on with what is there: the answer names the missing part in degraded. Do not repeat the call.';

/** Every error code of the service. A code is never renamed and never changes its meaning. */
export const errorCatalogue = {
  RCC_INVALID_REQUEST: {
    status: 400,
    retryable: false,
    meaning: 'The body or a header of the request does not match the connector document.',
    flow: 'Correct the input named in target. The message lists every wrong field. Repeating the call changes nothing.',
    operator: 'Compare the flow with the connector document; a flow made for another version is the usual reason.',
  },
  RCC_INVALID_JSON: {
    status: 400,
    retryable: false,
    meaning: 'The body is not valid JSON in UTF-8.',
    flow: 'Send one JSON object. When the body is put together as text, build it with expressions that write JSON instead.',
    operator: 'Look at the raw input of the action in the run history.',
  },
  RCC_UNAUTHORIZED: {
    status: 401,
    retryable: false,
    meaning: 'The header X-Api-Key is missing or holds a key the service does not know.',
    flow: 'Stop and report the failure; every further call would fail the same way.',
    operator: 'Put a current key into the connection of the connector, or add its hash to RCC_API_KEYS.',
  },
  RCC_NOT_FOUND: {
    status: 404,
    retryable: false,
    meaning: 'There is no operation at this address.',
    flow: 'Stop and report the failure.',
    operator: 'Check the host of the connection and that connector and service are of the same version.',
  },
  RCC_ACTION_UNKNOWN: {
    status: 404,
    retryable: false,
    meaning: 'No refund or cancellation was started with this key, or it ended more than 90 days ago.',
    flow: 'Nothing was sent under this key as far as the service knows. Start it again with the same key, or look it up at the vendors when it is old.',
    operator: 'Compare the key with the one of the request that started it.',
  },
  RCC_METHOD_NOT_ALLOWED: {
    status: 405,
    retryable: false,
    meaning: 'The address exists, but not with this method; the header Allow names the right one.',
    flow: 'Stop and report the failure.',
    operator: 'Check that connector and service are of the same version.',
  },
  RCC_WEBHOOK_REFUSED: {
    status: 401,
    retryable: false,
    meaning: 'A webhook cannot be proved to come from its vendor: signature, credential, shop or time is wrong.',
    flow: 'Nothing: flows do not call these addresses.',
    operator:
      'Compare the secret in the settings with the vendor’s, and the clock with the time. A vendor that keeps being refused stops sending.',
  },
  RCC_BODY_TOO_LARGE: {
    status: 413,
    retryable: false,
    meaning: 'The body is larger than eight megabytes, or than two at an address for webhooks.',
    flow: 'Shorten the text of the message; attachments do not belong into it.',
    operator: 'Nothing, unless it happens often: then look at what the flow puts into the text.',
  },
  RCC_KEY_REUSED: {
    status: 422,
    retryable: false,
    meaning: 'The idempotency key came before with another body, and the first answer is only for who asked first.',
    flow: 'Make the key from the message and the question, so that another question gets another key.',
    operator: 'Look for a flow whose key does not change with the message.',
  },
  RCC_UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    retryable: false,
    meaning: 'The body is not sent as application/json.',
    flow: 'Send the header Content-Type with application/json.',
    operator: 'Check that the connector was imported unchanged.',
  },
  RCC_INTERNAL: {
    status: 500,
    retryable: false,
    meaning: 'Something unexpected went wrong inside the service.',
    flow: 'Hand the message to a person and report the failure. A repetition with the same idempotency key is safe.',
    operator: 'Find the log line with this request id.',
  },
  RCC_STORE_UNAVAILABLE: {
    status: 503,
    retryable: true,
    meaning: 'The store did not take the write, so nothing was recorded and nothing counts as done.',
    flow: 'Repeat with the same idempotency key, as the default retry policy does.',
    operator: 'Check the disk of the data folder, or the PostgreSQL server named in DATABASE_URL.',
  },
  RCC_STOPPING: {
    status: 503,
    retryable: true,
    meaning: 'The service is shutting down and takes no new work.',
    flow: 'Repeat after the time in Retry-After, as the default retry policy does.',
    operator: 'Nothing, unless it does not come back.',
  },
  RCC_DEADLINE_EXCEEDED: {
    status: 504,
    retryable: true,
    meaning: 'The answer was not ready within REQUEST_DEADLINE_MS.',
    flow: 'Repeat with the same idempotency key, as the default retry policy does.',
    operator: 'Look at the durations in the log; a slow vendor or a slow model is the usual reason.',
  },
  RCC_UPSTREAM_NOT_CONFIGURED: {
    retryable: false,
    meaning: 'The vendor has no key, so it is not asked.',
    flow: VENDOR_FLOW,
    operator: 'Set the keys of the vendor if it should be asked.',
  },
  RCC_UPSTREAM_TIMEOUT: {
    retryable: true,
    meaning: 'The vendor did not answer in time.',
    flow: VENDOR_FLOW,
    operator: 'Look at the status page of the vendor, then at ORDER_CONTEXT_DEADLINE_MS and VENDOR_ATTEMPT_TIMEOUT_MS.',
  },
  RCC_UPSTREAM_UNAVAILABLE: {
    retryable: true,
    meaning: 'The vendor could not be reached or answered with a failure of its own.',
    flow: VENDOR_FLOW,
    operator: 'Look at the status page of the vendor.',
  },
  RCC_UPSTREAM_RATE_LIMITED: {
    retryable: true,
    meaning: 'The vendor refused because of too many calls; retry_after_seconds says when to ask again.',
    flow: VENDOR_FLOW,
    operator: 'Ask the vendor for a higher quota if it happens often.',
  },
  RCC_UPSTREAM_BUSY: {
    retryable: true,
    meaning: 'The service has as many calls to the vendor under way and waiting as it allows itself.',
    flow: VENDOR_FLOW,
    operator:
      'Look at the durations of the vendor in the log; a slow vendor or a burst of messages is the usual reason.',
  },
  RCC_UPSTREAM_UNAUTHORIZED: {
    retryable: false,
    meaning: 'The vendor refused our key or its rights.',
    flow: VENDOR_FLOW,
    operator: 'Check the keys of the vendor and their scopes.',
  },
  RCC_UPSTREAM_BAD_RESPONSE: {
    retryable: true,
    meaning: 'The vendor answered with something that cannot be read.',
    flow: VENDOR_FLOW,
    operator: 'Look at the log line of the call; the vendor may have changed its answers.',
  },
} as const satisfies Record<`RCC_${string}`, ErrorKind>;

export type ErrorCode = keyof typeof errorCatalogue;

/** Codes that are answers of their own. */
export type AnswerCode = {
  [Code in ErrorCode]: (typeof errorCatalogue)[Code] extends { status: number } ? Code : never;
}[ErrorCode];
