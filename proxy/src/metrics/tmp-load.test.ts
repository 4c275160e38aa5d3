import { mkdtempSync } from 'node:fs';
import { openPglite } from '../events/pglite-database';
import { migrate } from '../events/migrate';
import { createStore } from '../events/store';
import { dailyMetrics } from './daily-metrics';
import { ticketStatistics } from './ticket-statistics';
import { standingTickets } from './ticket-statuses';
import { deskTimes } from './desk-life.fixture';
it('load', async () => {
  const dir = mkdtempSync('/tmp/s4load-');
  const db = await openPglite(dir + '/db');
  await migrate(db);
  const store = createStore(db);
  const DAYS = Number(process.env.DAYS ?? 30);
  const t0 = Date.now();
  const ins = (type: string, when: string, payload: string, where = 'true', source='ticket') => `
   INSERT INTO event (id,type,schema_version,source,occurred_at,recorded_at,message_id,conversation_id,ticket_id,payload)
   SELECT gen_random_uuid(), '${type}', 1, '${source}', ${when}, ${when}, p->>'message_id', null, p->>'ticket_id', p
   FROM (SELECT t, i, d, ch, ${payload} AS p FROM (SELECT d, i, ('2026-01-01T00:00Z'::timestamptz + d * interval '1 day' + i * interval '43 seconds') AS t,
     CASE WHEN i%5<3 THEN 'email' ELSE 'chat' END AS ch, 'm'||d||'-'||i AS m, 'ticket-'||d||'-'||i AS tk, (array['order_tracking','returns','other'])[1+i%3] AS intent
     FROM generate_series(1,2000) i, (SELECT DAYNO::int AS d) x) s WHERE ${where}) q`;
  const fill = (n: number) => `(SELECT string_agg(md5((i*7919+d*104729+k)::text),'') FROM generate_series(1,${n}) k)`;
  const stmts = [
    ins('ticket.created','t',`jsonb_build_object('ticket_id',tk,'message_id',m,'channel',ch,'intent',intent,'priority','normal','team','orders','title','Where is my order','customer_email','c'||(i%900)||'@example.com','first_response_due',to_char(t + interval '8 hours','YYYY-MM-DD"T"HH24:MI:SS"Z"'),'resolution_due',to_char(t + interval '48 hours','YYYY-MM-DD"T"HH24:MI:SS"Z"'))`),
    ins('message.received','t',`jsonb_build_object('message_id',m,'channel',ch,'text',${fill(30)})`,"ch='email'"),
    ins('message.triaged',"t+interval '1 second'",`jsonb_build_object('message_id',m,'channel',ch,'intent',intent,'confidence',0.8,'team','orders','review_reasons','[]'::jsonb,'entities',${fill(10)})`,"ch='email'"),
    ins('chat.turn','t',`jsonb_build_object('ticket_id',tk,'message_id',m,'text',${fill(10)},'reply',${fill(10)},'action',case when i%4=0 then 'handoff' else 'answer' end,'duration_ms',300,'facts',${fill(60)},'triage',jsonb_build_object('intent',intent,'team','orders','confidence',0.9,'review_reasons','[]'::jsonb))`,"ch='chat'"),
    ins('context.looked_up',"t+interval '2 second'",`jsonb_build_object('message_id',m,'x',${fill(120)},'sources','[{"vendor":"shopify","ok":true},{"vendor":"ups","ok":true}]'::jsonb)`),
    ins('reply.drafted',"t+interval '3 second'",`jsonb_build_object('message_id',m,'x',${fill(60)})`,"ch='email'"),
    ins('message.replied',"t+interval '9 second'",`jsonb_build_object('message_id',m,'ticket_id',tk,'channel',ch,'author','automatic','purpose',case when i%4=0 then 'acknowledgement' else 'answer' end,'status_from','new','status_to',case when i%4=0 then 'unassigned' else 'answered' end,'status_version',1)`,"ch='email'"),
    ins('ticket.assigned',"t+interval '20 minute'",`jsonb_build_object('ticket_id',tk,'status','unassigned','status_version',1,'status_to','assigned','agent_id','agent-'||(i%25))`,"i%4=0"),
    ins('message.replied',"t+interval '90 minute'",`jsonb_build_object('ticket_id',tk,'channel',ch,'message_id','o'||m,'author','agent','agent_id','agent-'||(i%25),'purpose','answer','status_from','assigned','status_to','waiting','status_version',3)`,"i%4=0"),
    ins('ticket.resolved',"t+interval '72 hour'",`jsonb_build_object('ticket_id',tk,'status','answered','status_version',4,'resolution_kind','assumed')`),
    ins('ticket.status_changed',"t+interval '17 days'",`jsonb_build_object('ticket_id',tk,'status_from','resolved','status_to','closed','status_version',6,'channel',ch)`),
  ];
  for (let d=0; d<DAYS; d++) await db.script(stmts.map((s)=>s.replace('DAYNO', String(d))).join(';\n'));
  const [n] = await db.query<{n:number}>('SELECT count(*)::int AS n FROM event'); const [sz] = await db.query<object>("SELECT pg_size_pretty(pg_total_relation_size('event')) AS s");
  console.log('filled', n, sz, Date.now()-t0);
  if (process.env.ANALYZE) await db.script('ANALYZE event');
  const times = deskTimes('Europe/Berlin');
  const now = new Date(Date.parse('2026-01-01T00:00Z') + DAYS*86400000 + 3600000*5);
  const date = (k: number) => new Date(now.getTime() - k*86400000).toISOString().slice(0,10);
  const measure = async (name: string, f: () => Promise<unknown>) => { const s = performance.now(); const r = await f(); console.log(name, Math.round(performance.now()-s), 'ms', Math.round(process.memoryUsage().rss/1e6)+'MB', typeof r === 'object' && Array.isArray(r) ? r.length : ''); return r as any; };
  for (let k=0;k<2;k++) {
  const r = await measure('daily yesterday (events)', () => dailyMetrics({date: date(1)}, store, times, now));
  if (!k) console.log(r.rows.at(-1));
  await measure('daily 8 days ago', () => dailyMetrics({date: date(8)}, store, times, now));
  const rows = await measure('standing', () => standingTickets(db, now));
  const tickets = rows.map((x: any) => ({ticket_id:x.ticket_id,status:x.status,created_at:x.created_at.toISOString(),priority:'normal'})).slice(0,20000);
  await measure('daily yesterday (rows)', () => dailyMetrics({date: date(1), tickets}, store, times, now));
  await measure('daily 8 days ago (rows)', () => dailyMetrics({date: date(8), tickets}, store, times, now));
  await measure('statistics', () => ticketStatistics({date: date(1), tickets}, store, times, now));
  }
  await store.close();
}, 900000);
