import type { TriageMessageRequest } from '../contract/triage';
import { cleanMessage } from './cleaning/clean-message';
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
  const { subject, body } = cleanMessage(message);
  const text = [subject, body].filter((part) => part !== '').join('\n');
  return {
    subject,
    body,
    text,
    language: detectLanguage(text),
    entities: findEntities(text),
    signals: readSignals(text),
  };
}
