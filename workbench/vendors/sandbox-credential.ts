/** Access token, client id, client secret and key at every stand-in; anything else is refused as the vendor would. */
export const SANDBOX_CREDENTIAL = 'sandbox';
