import type { Row } from '../odata-query';
import { AUTHOR, CHANNEL, DIRECTION, MESSAGE_STATUS } from './choices';
import { askedIn } from './tickets';

const MINUTE = 60_000;

/** The messages of a ticket as the Web API gives them, oldest first. */
export function messagesOf(index: number, ticketId: string, values: Row): Row[] {
  const created = (values.createdon as Date).getTime();
  const message = (
    number: number,
    minutes: number,
    author: keyof typeof AUTHOR,
    body: string,
    status: string,
  ): Row => ({
    rcc_messageid: ticketId.replace(/^.{8}/, `5e1f100${number}`),
    _rcc_ticket_value: ticketId,
    rcc_direction: (author === 'customer' ? DIRECTION.inbound : DIRECTION.outbound).value,
    rcc_channel: CHANNEL.email.value,
    rcc_author: AUTHOR[author].value,
    rcc_status: MESSAGE_STATUS[status as keyof typeof MESSAGE_STATUS].value,
    rcc_subject: `${author === 'customer' ? '' : 'Re: '}${String(values.rcc_title)}`,
    rcc_body: body,
    rcc_fromaddress: author === 'customer' ? values.rcc_customeremail : 'support@example.com',
    rcc_conversationid: `conversation-${index}`,
    rcc_senton: new Date(created + minutes * MINUTE).toISOString(),
    createdon: new Date(created + minutes * MINUTE).toISOString(),
  });
  const thanks = 'Thank you for your message. We are looking into it and will write to you again today.';
  return [
    message(
      1,
      0,
      'customer',
      `<p>Hello,</p><p>${askedIn(index)}</p><p>${String(values.rcc_customername)}</p>`,
      'received',
    ),
    message(2, 1, 'automatic', `<p>${thanks}</p>`, index % 9 === 4 ? 'failed' : 'sent'),
    ...(values.rcc_firstrespondedon === null
      ? []
      : [
          message(
            3,
            9,
            'agent',
            '<p>I have asked the carrier and will write again as soon as I know more.</p>',
            'sent',
          ),
        ]),
  ];
}
