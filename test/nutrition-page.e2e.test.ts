// The page of supplement checks in a real browser: the list, the verdict, bars with the levels of both authorities, sources.
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { browserPath } from './harness/browser.ts'
import { NOW } from './harness/database.ts'
import { useServer } from './use-server.ts'

// A browser beside a server on a busy machine is slow at times.
vi.setConfig({ testTimeout: 60_000 })
const WAIT = 20_000
const DESK: BrowserContextOptions = {
  locale: 'ru-RU',
  timezoneId: 'Europe/Moscow',
  viewport: { width: 1280, height: 800 },
}
const NARROW: BrowserContextOptions = {
  locale: 'en-US',
  timezoneId: 'America/New_York',
  viewport: { width: 360, height: 740 },
  colorScheme: 'dark',
  hasTouch: true,
  isMobile: true,
}

const server = useServer()
let browser: Browser
const complaints: string[] = []

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: browserPath(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
}, 60_000)
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  expect(complaints.splice(0)).toEqual([])
})
afterAll(() => browser?.close())

/** A new person; `health` ticks the consent at sign-up. */
const signUp = async (options: BrowserContextOptions = DESK, health = true): Promise<Page> => {
  const context = await browser.newContext({ ...options, extraHTTPHeaders: { 'X-Test-Now': NOW.toISOString() } })
  const page = await context.newPage()
  page.setDefaultTimeout(WAIT)
  await page.clock.setFixedTime(NOW)
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      complaints.push(message.text())
  })
  await page.goto(server.url)
  if (health) await page.locator('#welcome input[name="health"]').check()
  await page.locator('#welcome button.primary').click()
  await page.locator('deep-chat #text-input').waitFor()
  return page
}

const token = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('zelenial.session') ?? '{}').accessToken)
const runTool = async (page: Page, name: string, body: unknown): Promise<void> => {
  const { status } = await server.api(`/v1/tools/${name}`, { method: 'POST', body, token: await token(page) })
  expect(status).toBe(200)
}

const open = async (page: Page): Promise<void> => {
  const diary = page.waitForResponse('**/v1/tools/nutrition_get_diary')
  await page.locator('button[data-view="nutrition"]:visible').click()
  await (await diary).finished()
  await page.locator('#nutrition .supplement').first().waitFor()
}
const rows = (page: Page): Locator => page.locator('#nutrition .supplement')
const fill = async (page: Page, at: number, name: string, amount: string, unit: string): Promise<void> => {
  const inputs = rows(page).nth(at).locator('input')
  await inputs.nth(0).fill(name)
  await inputs.nth(1).fill(amount)
  await inputs.nth(2).fill(unit)
}
const inputs = (page: Page): Promise<string[][]> =>
  rows(page).evaluateAll((all) => all.map((row) => [...row.querySelectorAll('input')].map(({ value }) => value)))
const check = (page: Page): Promise<void> => page.locator('#nutrition form .primary').click()
/** The text as a person reads it, with plain spaces. */
const text = async (locator: Locator): Promise<string> => ((await locator.textContent()) ?? '').replace(/\s+/gu, ' ')
const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>(`document.documentElement.scrollWidth - ${page.viewportSize()?.width ?? 0}`)

describe('the check of supplements', () => {
  it('shows the verdict, bars against the levels of both authorities, findings and their sources', async () => {
    const page = await signUp()
    await open(page)
    await page.getByRole('heading', { name: 'Проверка добавок' }).waitFor()
    await fill(page, 0, 'магний', '400', 'мг')
    await page.getByRole('button', { name: 'Добавить строку' }).click()
    await fill(page, 1, 'цинк', '50', 'мг')
    await check(page)

    const verdict = page.locator('#nutrition .verdict')
    await verdict.waitFor()
    expect(await verdict.textContent()).toBe('Нужна осторожность.')
    expect(await verdict.evaluate((element) => element.matches(':focus'))).toBe(true)

    const bar = page.getByRole('img', { name: /^Цинк: 50 мг в день\. .*EFSA 25 мг, превышен.*NASEM 40 мг, превышен/u })
    await bar.waitFor()
    await page.getByRole('img', { name: /^Магний: 400 мг в день\. .*EFSA 250 мг.*NASEM 350 мг/u }).waitFor()
    expect(await bar.locator('.level').count()).toBe(2)
    // The scale ends at 1.15 of the largest figure, 50: marks of 25 and 40 stand at 43 and 70 per cent.
    const share = (locator: Locator, side: 'left' | 'right'): Promise<number> =>
      locator.evaluate((element, which) => {
        const track = element.closest('[role="img"]')?.getBoundingClientRect()
        return track ? Math.round(((element.getBoundingClientRect()[which] - track.left) / track.width) * 100) : -1
      }, side)
    expect(await share(bar.locator('.part'), 'right')).toBe(87)
    const marks = await Promise.all([0, 1].map((at) => share(bar.locator('.mark').nth(at), 'left')))
    expect(marks.sort()).toEqual([43, 70])

    const findings = page.locator('#nutrition .finding')
    expect(await findings.locator('.severity').allTextContents()).toEqual([
      'Осторожно',
      'Осторожно',
      'Замечание',
      'Замечание',
    ])
    const first = findings.filter({ hasText: 'R086' })
    expect(await text(first)).toMatch(/Цинк.*50 мг в день.*Что делать/su)
    const limit = findings.filter({ hasText: 'UL:zinc' })
    expect(await text(limit)).toMatch(/50 мг в день.*EFSA 25 мг.*NASEM 40 мг.*не больше 25 мг/su)
    expect(await limit.locator('li').first().isVisible()).toBe(false)
    await limit.locator('summary').press('Enter')
    await limit.getByText('Overview on tolerable upper intake levels, version 11').waitFor()
    expect(await text(limit.locator('li').first())).toMatch(/EFSA.*2025.*tables 1–3/su)
    expect(await page.locator('#nutrition .release').textContent()).toMatch(/\d+\.\d+\.\d+\+/u)
  })

  it('shows what each item adds and what is not known', async () => {
    const page = await signUp()
    await open(page)
    await fill(page, 0, 'витамин B6', '60', 'мг')
    for (const [at, item] of [
      ['Магне B6', '6', 'таблеток'],
      ['магний', '', ''],
      ['зверобой', '900', 'мг'],
      ['бурдамидол', '3', 'мг'],
    ].entries()) {
      await page.getByRole('button', { name: 'Добавить строку' }).click()
      await fill(page, at + 1, ...(item as [string, string, string]))
    }
    await check(page)
    const b6 = page.locator('#nutrition .total').filter({ hasText: 'Витамин B6' })
    await b6.waitFor()
    expect(await b6.locator('.part').count()).toBe(2)
    expect(await text(b6.locator('.legend'))).toBe('Магне B6 24,69 мгвитамин B6 60 мг')
    await b6.getByRole('img', { name: /МР РФ 25 мг, ориентир/u }).waitFor()
    const magnesium = page.locator('#nutrition .total').filter({ hasText: 'Магний' })
    expect(await text(magnesium)).toMatch(/не меньше 288 мг/u)
    expect(await text(magnesium.locator('.legend'))).toMatch(/магний: сколько, неизвестно/u)
    // No level, nothing to measure against.
    const herb = page.locator('#nutrition .total').filter({ hasText: 'Зверобой' })
    expect(await herb.getByRole('img').count()).toBe(0)
    expect(await text(page.locator('#nutrition .open'))).toMatch(/«бурдамидол».*Сколько в день \(магний\)\?/su)
  })

  it('marks a rule that awaits review', async () => {
    const page = await signUp()
    await page.route('**/v1/tools/nutrition_check_stack', async (route) => {
      const body = { ...route.request().postDataJSON(), medications: ['сертралин'] }
      await route.continue({ postData: JSON.stringify(body) })
    })
    await open(page)
    await fill(page, 0, 'зверобой', '900', 'мг')
    await check(page)
    const drafts = page.locator('#nutrition .finding').filter({ hasText: 'черновик, ждёт проверки' })
    await drafts.first().waitFor()
    expect(await drafts.first().textContent()).toMatch(/Зверобой \+ сертралин/u)
    expect(await page.locator('#nutrition').textContent()).toMatch(/Назначенные лекарства сами не отменяйте/u)
  })

  it('says beside the row what is wrong with it, in the words of the server', async () => {
    const page = await signUp()
    await open(page)
    await fill(page, 0, 'цинк', '50', 'мг')
    await page.getByRole('button', { name: 'Добавить строку' }).click()
    await fill(page, 1, 'магний', '400', 'мешка')
    await check(page)
    const problem = rows(page).nth(1).locator('.error')
    await expect
      .poll(() => problem.textContent(), { timeout: WAIT })
      .toMatch(/^Не понимаю, в чём мера: магний, мешка\./u)
    expect(await rows(page).nth(0).locator('.error').textContent()).toBe('')
    const unit = rows(page).nth(1).locator('input').nth(2)
    expect(await unit.getAttribute('aria-invalid')).toBe('true')
    expect(await unit.evaluate((element) => element.matches(':focus'))).toBe(true)
    await unit.fill('мг')
    await page.keyboard.press('Enter')
    await page.locator('#nutrition .verdict').waitFor()
    expect(await problem.textContent()).toBe('')
    // A list that was changed no longer has that verdict.
    await rows(page).nth(1).getByRole('button').click()
    expect(await rows(page).count()).toBe(1)
    await page.getByText('Список изменился').waitFor()
  })

  it('says that without a consent the profile does not count, then counts it and begins with the diary of today', async () => {
    const page = await signUp(DESK, false)
    await open(page)
    await fill(page, 0, 'цинк', '50', 'мг')
    await check(page)
    const notCounted = page.locator('#nutrition .result').getByText('Ваши лекарства и болезни не учтены')
    await notCounted.waitFor()
    await page.locator('#nutrition').getByRole('button', { name: 'Разрешить' }).click()
    await page.locator('#nutrition .consent').waitFor({ state: 'detached' })
    await notCounted.waitFor({ state: 'detached' })
    await runTool(page, 'nutrition_log_supplement', {
      name: 'магний',
      amount: 400,
      unit: 'мг',
      at: '2026-03-18T08:00:00+03:00',
    })
    await runTool(page, 'nutrition_log_supplement', { name: '<b>цинк</b>', amount: 15.5, unit: 'мг' })
    await page.locator('#nutrition').getByRole('button', { name: 'Закрыть' }).click()
    await page.locator('#chat').waitFor()
    await page.reload()
    await page.locator('deep-chat #text-input').waitFor()
    await open(page)
    await expect
      .poll(() => inputs(page), { timeout: WAIT })
      .toEqual([
        ['магний', '400', 'мг'],
        ['<b>цинк</b>', '15,5', 'мг'],
      ])
    await check(page)
    await page.locator('#nutrition .verdict').waitFor()
    expect(await page.locator('#nutrition b').count()).toBe(0)
  })

  it('opens from the card of a check in the conversation, with what was said there', async () => {
    const page = await signUp()
    const args = {
      items: [{ name: 'зверобой', amount: 300, unit: 'мг', per: 'dose', times: 3 }],
      medications: ['варфарин'],
    }
    const answer = await server.api<{ output: unknown }>('/v1/tools/nutrition_check_stack', {
      method: 'POST',
      body: args,
      token: await token(page),
    })
    const tools = [{ name: 'nutrition_check_stack', args, status: 'ok', output: answer.body.output }]
    await page.route('**/v1/chat', (route) => {
      const turn = { threadId: crypto.randomUUID(), reply: 'Нельзя.', tools, pending: null }
      return route.fulfill({ contentType: 'text/event-stream', body: `event: done\ndata: ${JSON.stringify(turn)}\n\n` })
    })
    await page.locator('deep-chat #text-input').fill('можно зверобой с варфарином?')
    await page.keyboard.press('Enter')
    const card = page.locator('deep-chat .card.check')
    await card.filter({ hasText: 'Так принимать нельзя.' }).waitFor()
    const sent = page.waitForRequest('**/v1/tools/nutrition_check_stack')
    await card.getByRole('button', { name: 'Подробно' }).click()
    expect((await sent).postDataJSON()).toEqual(args)
    await page.locator('#nutrition .verdict').filter({ hasText: 'Так принимать нельзя.' }).waitFor()
    expect(await inputs(page)).toEqual([['зверобой', '300', 'мг']])
    expect(await page.getByRole('checkbox', { name: /варфарин/u }).isChecked()).toBe(true)
  })
})

describe('other people', () => {
  it('speaks English on a narrow dark phone, and works by keyboard', async () => {
    const page = await signUp(NARROW)
    await page.locator('#views').getByRole('button', { name: 'Supplements' }).press('Enter')
    await page.getByRole('heading', { name: 'Supplement check' }).waitFor()
    await rows(page).first().locator('input').first().focus()
    for (const key of ['magnesium', 'Tab', '400', 'Tab', 'mg', 'Enter'])
      await (/^(?:Tab|Enter)$/u.test(key) ? page.keyboard.press(key) : page.keyboard.type(key))
    await page.locator('#nutrition .verdict').waitFor()
    await page.getByRole('img', { name: /^Magnesium: 400 mg a day\. .*EFSA 250 mg.*NASEM 350 mg/u }).waitFor()
    expect(await page.locator('#nutrition .severity').first().textContent()).toBe('Note')
    expect(await page.locator('#nutrition').textContent()).not.toMatch(/[а-яё]/iu)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    const wider = await page.locator('#nutrition').evaluate((panel) => panel.scrollWidth - panel.clientWidth)
    expect(wider).toBeLessThanOrEqual(0)
    await page.locator('#views').getByRole('button', { name: 'Chat' }).press('Enter')
    expect(await page.locator('#nutrition').isVisible()).toBe(false)
  })
})
