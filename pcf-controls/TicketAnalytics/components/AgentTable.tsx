import { Button } from '@fluentui/react-components';
import * as React from 'react';
import { inOrder, type Leaderboard, type Order } from '../model/charts/leaderboard';
import { useSurroundings } from './surroundings';

/** Agents that are shown before somebody asks for all. */
const FIRST = 10;

/** Agents by quality or volume; a name opens the agent's tickets. */
export const AgentTable: React.FC<{ readonly chart: Leaderboard }> = ({ chart }) => {
  const { speech, onDrill } = useSurroundings();
  const { say, formats } = speech;
  const [order, setOrder] = React.useState<Order>('quality');
  const [isWhole, setWhole] = React.useState(false);
  const agents = React.useMemo(() => inOrder(chart.agents, order), [chart, order]);
  const most = Math.max(1, ...agents.map(({ resolved }) => resolved ?? 0));
  const sortable = (by: Order, label: string) => (
    <th
      scope="col"
      className="TicketAnalytics-number"
      aria-sort={order === by ? (by === 'quality' ? 'ascending' : 'descending') : 'none'}
    >
      <button type="button" className="TicketAnalytics-sort" onClick={() => setOrder(by)}>
        {label}
        <span aria-hidden="true">{order === by ? (by === 'quality' ? ' ▴' : ' ▾') : ''}</span>
      </button>
    </th>
  );
  return (
    <>
      <div className="TicketAnalytics-scroll" role="region" aria-label={chart.title} tabIndex={0}>
        <table className="TicketAnalytics-table TicketAnalytics-agents">
          <thead>
            <tr>
              {sortable('quality', say('Leaderboard_place'))}
              <th scope="col">{speech.column('agent')}</th>
              {sortable('volume', speech.column('resolved'))}
              <th scope="col" className="TicketAnalytics-number">
                {say('Leaderboard_inTime')}
              </th>
              <th scope="col" className="TicketAnalytics-number">
                {say('Satisfaction_line')}
              </th>
            </tr>
          </thead>
          <tbody>
            {(isWhole ? agents : agents.slice(0, FIRST)).map((agent) => (
              <tr key={agent.key}>
                <td className="TicketAnalytics-number">{agent.place ?? '–'}</td>
                <th scope="row">
                  <button type="button" className="TicketAnalytics-link" onClick={() => onDrill(chart.drill(agent))}>
                    {agent.name}
                  </button>
                </th>
                <td className="TicketAnalytics-number TicketAnalytics-resolved">
                  <span className="TicketAnalytics-volume">
                    <span
                      className="TicketAnalytics-bar"
                      style={{ inlineSize: `${((agent.resolved ?? 0) / most) * 100}%` }}
                    />
                  </span>
                  <span className="TicketAnalytics-amount">
                    {agent.resolved === undefined ? '–' : formats.number(agent.resolved)}
                  </span>
                </td>
                <td className="TicketAnalytics-number">
                  {agent.inTime === undefined ? '–' : formats.percent(agent.inTime)}
                </td>
                <td className="TicketAnalytics-number">
                  {agent.rating === undefined ? say('Leaderboard_noRatings') : speech.score(agent.rating)}
                  {agent.ratings > 0 && (
                    <span className="TicketAnalytics-note">
                      {agent.place === undefined
                        ? say('Leaderboard_few', agent.ratings, chart.minimum)
                        : say('Leaderboard_ratings', formats.number(agent.ratings))}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {agents.length > FIRST && (
        <Button size="small" appearance="subtle" onClick={() => setWhole(!isWhole)}>
          {isWhole ? say('Leaderboard_less') : say('Leaderboard_all', agents.length)}
        </Button>
      )}
    </>
  );
};
