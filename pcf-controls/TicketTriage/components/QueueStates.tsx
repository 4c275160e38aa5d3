import { Button, Spinner } from '@fluentui/react-components';
import * as React from 'react';
import { useDesk } from './desk';

/** Lines that stand for tickets until they are there. */
export const QueueSkeleton: React.FC = () => {
  const { words } = useDesk();
  return (
    <div className="tt-skeleton" role="status" aria-label={words('Queue_Loading')}>
      {Array.from({ length: 8 }, (_, line) => (
        <div key={line} className="tt-skeleton-row" />
      ))}
    </div>
  );
};

interface NoticeProps {
  readonly title: string;
  readonly text?: string;
  readonly isAlert?: boolean;
  readonly action?: { readonly name: string; readonly run: () => void };
}

/** What stands in place of the list when there is nothing to list. */
export const QueueNotice: React.FC<NoticeProps> = ({ title, text, isAlert, action }) => (
  <div className="tt-notice" role={isAlert ? 'alert' : 'status'}>
    <p className="tt-strong">{title}</p>
    {text && <p className="tt-quiet">{text}</p>}
    {action && <Button onClick={action.run}>{action.name}</Button>}
  </div>
);

interface FooterProps {
  readonly loaded: number;
  readonly total: number | undefined;
  readonly hasNext: boolean;
  readonly isLoading: boolean;
  readonly isGrouped: boolean;
  /** Pages replace each other, as in canvas apps: buttons instead of a list that grows. */
  readonly pages?: { readonly page: number; readonly previous?: () => void; readonly next?: () => void };
}

/** How much of the view is here, and what the numbers of groups are about. */
export const QueueFooter: React.FC<FooterProps> = ({ loaded, total, hasNext, isLoading, isGrouped, pages }) => {
  const { words, formats } = useDesk();
  const count = formats.number(loaded);
  const all = total === undefined ? undefined : formats.number(total);
  const text =
    !hasNext && !pages ? words('Queue_All', count) : all ? words('Queue_Of', count, all) : words('Queue_More', count);
  return (
    <div className="tt-footer">
      <span>{text}</span>
      {isGrouped && hasNext && <span className="tt-quiet">{words('Queue_GroupedLoaded')}</span>}
      {isLoading && <Spinner size="extra-tiny" label={words('Queue_LoadingMore')} />}
      {pages && (
        <span className="tt-pages">
          <Button size="small" disabled={!pages.previous} onClick={pages.previous}>
            {words('Queue_PreviousPage')}
          </Button>
          {words('Queue_Page', pages.page)}
          <Button size="small" disabled={!pages.next} onClick={pages.next}>
            {words('Queue_NextPage')}
          </Button>
        </span>
      )}
    </div>
  );
};
