import { Button, Spinner } from '@fluentui/react-components';
import * as React from 'react';
import { beginningOf, type Message } from '../model/conversation';
import { useDesk } from './desk';
import type { Reading } from './use-conversation';

/** A text of which the rest can be unfolded. */
const Folded: React.FC<{ readonly text: string }> = ({ text }) => {
  const { words } = useDesk();
  const [isOpen, setOpen] = React.useState(false);
  const { shown, isFolded } = beginningOf(text);
  return (
    <>
      <p className="tp-text" dir="auto">
        {isOpen ? text : shown}
      </p>
      {isFolded && (
        <Button
          size="small"
          appearance="transparent"
          className="tp-more"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {words(isOpen ? 'Conversation_Less' : 'Conversation_More')}
        </Button>
      )}
    </>
  );
};

const MessageItem: React.FC<{ readonly message: Message }> = ({ message }) => {
  const { words, formats } = useDesk();
  const { author, direction, delivery, subject, text, quoted, from, attachments, at } = message;
  const isOurs = direction === 'outbound';
  // Received and sent are what everybody expects; the others have to be seen.
  const isNotable = delivery === 'queued' || delivery === 'failed' || delivery === 'unknown';
  return (
    <li className="tp-message" data-ours={isOurs || undefined} data-delivery={delivery}>
      <p className="tp-byline">
        <span className="tt-strong">{words(`author_${author ?? (isOurs ? 'agent' : 'customer')}`)}</span>
        {!isOurs && from && <span className="tt-quiet">{from}</span>}
        {isNotable && (
          <span className="tt-tag tp-delivery" data-delivery={delivery}>
            {words(`delivery_${delivery}`)}
          </span>
        )}
        {at && <span className="tt-quiet tp-at">{formats.dateTime(at)}</span>}
      </p>
      {subject && <p className="tt-quiet tp-subject">{subject}</p>}
      {text === '' ? <p className="tt-quiet">{words('Conversation_NoText')}</p> : <Folded text={text} />}
      {quoted !== '' && (
        <details className="tt-quiet">
          <summary>{words('Conversation_Quoted')}</summary>
          <p className="tp-text" dir="auto">
            {quoted}
          </p>
        </details>
      )}
      {attachments && <p className="tt-quiet">{words('Conversation_Attachments', attachments)}</p>}
    </li>
  );
};

/** What was written so far, oldest first. */
export const ConversationList: React.FC<{ readonly reading: Reading; readonly onRetry: () => void }> = ({
  reading,
  onRetry,
}) => {
  const { words } = useDesk();
  const body = () => {
    if (reading.state === 'loading')
      return <Spinner size="tiny" labelPosition="after" label={words('Conversation_Loading')} />;
    if (reading.state === 'failed')
      return (
        <div role="alert" className="tp-fault">
          <p>{words('Conversation_Failed')}</p>
          <p className="tt-quiet">{reading.reason}</p>
          <Button size="small" onClick={onRetry}>
            {words('Shared_Retry')}
          </Button>
        </div>
      );
    const { messages, hasOlder } = reading.conversation;
    if (messages.length === 0) return <p className="tt-quiet">{words('Conversation_None')}</p>;
    return (
      <>
        {hasOlder && <p className="tt-quiet">{words('Conversation_Older', messages.length)}</p>}
        <ol className="tp-messages">
          {messages.map((message) => (
            <MessageItem key={message.id} message={message} />
          ))}
        </ol>
      </>
    );
  };
  return (
    <section className="tp-part" aria-label={words('Conversation_Title')}>
      <h3 className="tp-heading">{words('Conversation_Title')}</h3>
      {body()}
    </section>
  );
};
