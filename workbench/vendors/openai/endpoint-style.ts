/** How a request addresses the model: Azure by deployment and dated version, Azure v1, or OpenAI itself. */
export interface EndpointStyle {
  style: 'azure_dated' | 'azure_v1' | 'openai';
  /** From the path; in the other two styles the body names the model. */
  deployment: string | null;
}

const DATED = /^\/openai\/deployments\/([^/]+)\/chat\/completions$/;

/** @returns how the path addresses chat completions, or null when it does not */
export function endpointStyle(path: string): EndpointStyle | null {
  const deployment = DATED.exec(path)?.[1];
  if (deployment) return { style: 'azure_dated', deployment: decodeURIComponent(deployment) };
  if (path === '/openai/v1/chat/completions') return { style: 'azure_v1', deployment: null };
  return path === '/v1/chat/completions' ? { style: 'openai', deployment: null } : null;
}
