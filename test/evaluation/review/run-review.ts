import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReviewArguments } from '../arguments';
import { caseFolderOf } from '../open-context';
import { addCases } from './add-cases';
import { bronzeEvents } from './bronze-events';
import { recordedMessages } from './recorded-messages';
import { reviewOf } from './review';
import { reviewMarkdown } from './review-markdown';

/** Writes the review, or takes messages into the cases. @throws Error saying what is wrong and what helps */
export function runReview({ bronze, since, output, add }: ReviewArguments, say: (line: string) => void): void {
  const recorded = recordedMessages(bronzeEvents(bronze));
  if (add.length > 0) {
    const path = join(caseFolderOf(), 'dev', 'from-review.jsonl');
    const { added, known } = addCases(add, recorded.messages, path);
    say(`added to ${path}: ${added.length}, there before: ${known.length}`);
    return;
  }
  const review = reviewMarkdown(reviewOf(recorded, since));
  if (output === undefined) return say(review);
  writeFileSync(output, review);
  say(`review: ${output}`);
}
