/**
 * Text that dresses up as something else than a customer's message: chat roles, the end of the message, the reader's own
 * answer. Looked for in folded text that keeps its line ends.
 */
export const IMITATIONS: readonly RegExp[] = [
  // Role marks of chat formats.
  /<\/?\s?(?:system|instructions?|prompt|assistant|user_input|im_start|im_end|sys|developer|tool_call|function_call)(?:\s[^<>]{0,80})?\/?>/,
  /\[\/?(?:system|inst|assistant|developer|system message|system prompt|admin|sys)\]|<\|[a-z_]{2,20}\|>|<<sys>>/,
  /^[\s>*_#-]{0,8}(?:#{1,6}\s?|\*\*)(?:system|instructions? for|assistant|developer|new instructions?|response format)\b/m,
  /^[\s>*_#"'-]{0,8}(?:system|assistant|developer|admin|root)(?: (?:override|update|message|prompt|notice|note|command|instruction|alert|directive))?\s?[:>]\s?[^\n]{0,160}\b(?:ignore|disregard|you are|you must|customer (?:is|has)|user (?:is|has)|refund|approve|approved|respond|reply with|verified|set the|priority|override|instructions?|do not|grant|discount|resolved)\b/m,
  /"role"\s?:\s?"(?:system|assistant|developer|tool)"/,
  /^[\s>*_#=[(<-]{0,12}(?:end|start|begin|beginning) of (?:the )?(?:customer|user|system|admin|developer)?'?s? ?(?:message|input|e-?mail|text|data|prompt|conversation|instructions?|query)\b/m,
  /[[(<{=-]{1,12}\s?\/?(?:end|start|begin) (?:of )?(?:the )?(?:customer|user|system|admin|developer|untrusted|instructions?|prompt)\b[^\n]{0,20}[\])>}=-]/,
  /\bsystem (?:override|update|prompt|instruction|directive|command)\s?:/,
  // The reader's own answer, as JSON, YAML or assignment.
  /\b(?:requires_human_review|review_reasons|general_complaint|product_information|payment_issue|delivery_issue|order_tracking)\b/,
  /["'](?:intent|priority|sentiment|confidence|order_id|action|tool|tool_calls|function|function_call|arguments)["']\s?:/,
  /\b(?:intent|sentiment|confidence)\s?[:=]{1,2}\s?["']?(?:returns|other|positive|neutral|negative|low|critical|[01]\.\d|1\b|100\s?%)/,
];
