// Draws pages of a running Superset in headless Chromium and prints which chart data its own page asked for.
//
//   node capture.mjs < plan.json > captured.json
//
// plan:     {"chromium", "base", "session", "pages": {name: url}}; session: the cookie of a person who has logged in
// captured: {name: {"url", "requests": [{"chart", "body"}]}}; for each chart the last request, which is what the person sees.

import { chromium } from 'playwright-core';

const TABS_AT_ONCE = 2;
const QUIET_MS = 1500;
const LONGEST_MS = 120_000;
// Superset draws only what is in sight, so everything has to be.
const VIEWPORT = { width: 1600, height: 12_000 };

const NO_ROWS = { result: [{ data: [], colnames: [], coltypes: [], rowcount: 0, status: 'success', query: '', applied_filters: [], rejected_filters: [] }] };

async function main() {
  const plan = JSON.parse(await standardInput());
  const browser = await chromium.launch({ executablePath: plan.chromium, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US' });
    context.setDefaultTimeout(LONGEST_MS);
    await context.addCookies([{ name: 'session', value: plan.session, url: plan.base }]);
    const captured = {};
    const waiting = Object.entries(plan.pages);
    const draw = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [name, url] = next;
        captured[name] = await capture(context, url);
        console.error(`${name}: ${captured[name].requests.length} charts`);
      }
    };
    await Promise.all(Array.from({ length: TABS_AT_ONCE }, draw));
    process.stdout.write(JSON.stringify(captured, null, 1) + '\n');
  } finally {
    await browser.close();
  }
}

async function standardInput() {
  let text = '';
  for await (const part of process.stdin) text += part;
  return text;
}

async function capture(context, url) {
  const page = await context.newPage();
  const network = new Network(page);
  // What the charts ask for is all that is wanted here, so the server need not answer it.
  await page.route(isChartData, route => (isOfChart(route.request()) ? route.fulfill({ json: NO_ROWS }) : route.continue()));
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  if (new URL(page.url()).pathname.startsWith('/login')) {
    throw new Error('Superset asks for a login: the session of the plan is none, or it ended. Log in again.');
  }
  await page.locator('.dashboard-component-chart-holder').first().waitFor({ state: 'attached' });
  await network.quiet();
  // A tab's charts are drawn when it is opened for the first time.
  while (await page.evaluate(openNextTab)) await network.quiet();
  await page.close();
  return { url, requests: network.lastOfEachChart() };
}

/** Opens the last tab in sight that was not opened yet, so that the tabs inside of one come before its neighbours. */
function openNextTab() {
  const tabs = [...document.querySelectorAll('.dashboard-component-tabs [role=tab]')];
  const next = tabs.reverse().find(tab => tab.offsetParent !== null && !tab.dataset.opened);
  if (next) {
    next.dataset.opened = 'yes';
    next.click();
  }
  return Boolean(next);
}

function isChartData(url) {
  return url.pathname.endsWith('/api/v1/chart/data');
}

/** Whether it is a chart that asks: the filter bar asks for its options in the same way. */
function isOfChart(request) {
  const form = request.postDataJSON()?.form_data;
  return Boolean(form?.slice_id && !form.native_filter_id);
}

/** Whether the page asks the API; what it tells the server about itself is not answered reliably. */
function isQuestion(request) {
  const { pathname } = new URL(request.url());
  return pathname.includes('/api/v1/') && !pathname.includes('/log/');
}

/** What a page asks. */
class Network {
  constructor(page) {
    this.pending = new Set();
    this.changed = Date.now();
    this.bodies = new Map();
    const started = request => {
      if (!isQuestion(request)) return;
      this.pending.add(request);
      this.changed = Date.now();
      this.record(request);
    };
    const ended = request => {
      if (this.pending.delete(request)) this.changed = Date.now();
    };
    page.on('request', started);
    page.on('requestfinished', ended);
    page.on('requestfailed', ended);
  }

  record(request) {
    if (isChartData(new URL(request.url())) && isOfChart(request)) {
      const body = request.postDataJSON();
      this.bodies.set(body.form_data.slice_id, body);
    }
  }

  async quiet() {
    const end = Date.now() + LONGEST_MS;
    while (this.pending.size > 0 || Date.now() - this.changed < QUIET_MS) {
      if (Date.now() > end) {
        const waiting = [...this.pending].map(request => request.url()).join(', ');
        throw new Error(`The page was not still after ${LONGEST_MS / 1000} s; it waits for ${waiting || 'itself'}.`);
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  lastOfEachChart() {
    return [...this.bodies].map(([chart, body]) => ({ chart, body }));
  }
}

await main();
