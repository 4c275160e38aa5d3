import type { TriageMessageRequest } from '../contract/triage';
import { cleanMessage } from './cleaning/clean-message';
import { isReplySubject } from './cleaning/clean-subject';
import { findEntities } from './entities/find-entities';
import type { FoundEntity } from './entities/found';
import { detectLanguage } from './language/detect-language';
import { readSignals, type Signals } from './priority/read-signals';

/** What code reads from a message before any model judges it. */
export interface ReadMessage {
  subject: string;
  body: string;
  /** Subject and body, one below the other. */
  text: string;
  language: string;
  entities: FoundEntity[];
  signals: Signals;
}

/** Cleans a message and reads language, entities and signals from it. */
export function readMessage(message: TriageMessageRequest): ReadMessage {
  const { subject, body, hidden } = cleanMessage(message);
  const joined = (...parts: string[]) => parts.filter((part) => part !== '').join('\n');
  const text = joined(subject, body);
  // The first order number counts; under a subject taken over from an earlier mail that is the body's.
  const newestFirst = isReplySubject(message.subject ?? '') ? joined(body, subject) : text;
  return {
    subject,
    body,
    text,
    language: detectLanguage(text),
    entities: findEntities(newestFirst),
    signals: readSignals(text, hidden),
  };
}
