/** Where the language model is and how to reach it. Left out, messages are classified by the offline model only. */
export interface AzureOpenAiSettings {
  /**
   * Scheme and host. `https://<name>.openai.azure.com/` and other hosts are spoken to in the Azure v1 style
   * (`/openai/v1/`); an address that already ends in `/v1` is taken as it is, for example `https://api.openai.com/v1`.
   */
  endpoint: string;
  apiKey: string;
  /** Name of the deployment (Azure) or of the model (OpenAI). */
  deployment: string;
  /** For one whole classification, in milliseconds; after that the offline model answers. */
  timeoutMs: number;
}
