/** The instant a request states, an ISO 8601 text; now when it states none. */
export const statedInstant = (stated: string | null | undefined, now: Date): Date => (stated ? new Date(stated) : now);
