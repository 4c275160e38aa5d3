import { signalPattern } from './signal-pattern';

/** Text that speaks to a machine instead of a shop: orders to drop rules, to reveal data, or to play a part. */
export const INJECTION = signalPattern`
  (?:ignore|disregard|forget|override|bypass|skip|drop|neglect|violate|do not follow|dont follow|stop following)\b[^.?!]{0,40}\b(?:instructions?|rules?|prompts?|guidelines?|polic(?:y|ies)|directions|commands|constraints|restrictions|safeguards|training|everything (?:above|before)|all (?:above|previous|prior)|(?:previous|prior|above|earlier) (?:text|messages?|context))\b
  (?:system|developer|hidden|initial|secret|internal) (?:prompt|instructions?|message)\b
  (?:reveal|show|print|repeat|output|tell me|give me|leak|display|dump|list|reply with|send me|export)\b[^.?!]{0,35}\b(?:your|the|all) (?:\w+ )?(?:prompt|instructions|configuration|api keys?|secrets?|passwords|database|training data|rules you|credentials|environment variables)\b
  (?:reveal|show|print|output|give|reply with|respond with|send|list|dump|export|display)\b[^.?!]{0,20}\b(?:every|all|all the|each|other|any) (?:\w+ )?(?:orders?|customers?(?: data)?|users?|emails?|accounts?|records?|addresses) (?:you (?:can|have|know|see)|in (?:the|your)|of other|from (?:the|your)|data)
  (?:you are|youre|act|behave|respond|pretend|roleplay|role-play|imagine|from) (?:now |to be |as |on |that you are )+(?:an? |the |my )?(?:\w+ ){0,3}(?:ai|assistant|bot|dan|admin\w*|developer|root|jailbr\w*|unrestricted|unfiltered|system|language model|hacker|different|evil|free from|no longer bound|manager with)
  jail ?break\w*|prompt injection|developer mode|dan mode|god mode|sudo \w+|do anything now
  (?:new|updated|override|admin) (?:instructions?|rules?|system prompt|directive)s?\s?:
  (?:as an ai|as a language model|large language model|ai model|chatgpt|\bgpt-?\d|\bllm\b|claude|gemini)\b
  (?:mark|set|classify|label|treat|flag|tag)\b[^.?!]{0,25}\b(?:this|my|the|it)\b[^.?!]{0,25}\b(?:as|to) (?:\w+ )?(?:resolved|approved|refunded|low priority|not urgent|critical|verified|trusted|vip|order_tracking|returns|payment_issue|general_complaint|product_information|delivery_issue|paid|shipped|delivered)\b
  (?:approve|issue|grant|process|execute|authori[sz]e)\b[^.?!]{0,25}\brefund\b[^.?!]{0,40}\b(?:without|automatically|immediately without|no (?:questions|checks|review|verification)|regardless|bypass\w*)\b
  then (?:approve|issue|grant|execute|send|process)\b[^.?!]{0,25}\b(?:refund|payment|voucher|credit)\b
  (?:requires_human_review|confidence|intent|priority|sentiment)["']?\s?[:=]
  (?:<\/?(?:system|instructions?|prompt|assistant|user|im_start|im_end)\b|\[(?:system|inst|\/inst)\]|<\|(?:im_start|im_end|system|endoftext)\|>|###\s?(?:system|instructions?|assistant)|begin (?:system|admin) (?:prompt|message))
  (?:drop table|select \* from|union select|or 1=1|<script\b|javascript:|\{\{.{0,60}\}\}|\$\{.{0,60}\})
  (?:ignora|olvida|omite)\b[^.?!]{0,30}\b(?:instrucciones|reglas|normas|indicaciones|anteriores)
  (?:ignore[rz]?|oublie[rz]?)\b[^.?!]{0,30}\b(?:instructions|regles|consignes|precedentes)
  (?:ignorier\w*|vergiss|missachte)\b[^.?!]{0,30}\b(?:anweisungen|regeln|anleitung|vorherigen|bisherigen)
`;
