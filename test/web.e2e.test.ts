// The page in a real browser, against a real server: what a person sees and presses.
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { browserPath } from './harness/browser.ts'
import { NOW } from './harness/database.ts'
import { useServer } from './use-server.ts'

// A browser beside a server on a busy machine is slow at times.
vi.setConfig({ testTimeout: 60_000 })
const WAIT = 20_000
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const DESK: BrowserContextOptions = {
  locale: 'ru-RU',
  timezoneId: 'Europe/Moscow',
  viewport: { width: 1280, height: 800 },
}
const PHONE: BrowserContextOptions = { ...DESK, viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }

const server = useServer()
let browser: Browser
const complaints: string[] = []

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: browserPath(), args: FLAGS })
}, 60_000)
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  expect(complaints.splice(0)).toEqual([])
})
afterAll(() => browser?.close())

/** A new browser profile at the moment the tests take for now. Whatever the console or the network complains of fails the test. */
const openPage = async (options: BrowserContextOptions = DESK): Promise<Page> => {
  const context = await browser.newContext({ ...options, extraHTTPHeaders: { 'X-Test-Now': NOW.toISOString() } })
  const page = await context.newPage()
  page.setDefaultTimeout(WAIT)
  await page.clock.setFixedTime(NOW)
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    if (!/^(blob:|data:)/u.test(request.url()) && !request.url().startsWith(server.url))
      complaints.push(`asked for ${request.url()}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      complaints.push(message.text())
  })
  await page.goto(server.url)
  return page
}

const signUp = async (options?: BrowserContextOptions): Promise<Page> => {
  const page = await openPage(options)
  await page.locator('#welcome button.primary').click()
  await page.locator('deep-chat #text-input').waitFor()
  return page
}

const write = async (page: Page, text: string): Promise<void> => {
  const answered = page.waitForResponse((response) => response.url().endsWith('/v1/chat'))
  await page.locator('deep-chat #text-input').fill(text)
  await page.keyboard.press('Enter')
  await answered
  await page.locator('#chat[aria-busy="false"]').waitFor()
}

const shows = (locator: Locator, text: string | RegExp): Promise<void> =>
  locator.filter({ hasText: text }).last().waitFor({ state: 'visible' })

const card = (page: Page, kind: string): Locator => page.locator(`deep-chat .card.${kind}`)
const bubbles = (page: Page): Locator => page.locator('deep-chat .message-bubble')
const token = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('zelenial.session') ?? '{}').accessToken)

describe('a conversation', () => {
  it('signs up with one click and records an expense', async () => {
    const page = await signUp()
    await write(page, 'потратил 450 на такси')
    await shows(bubbles(page), '450 ₽, такси')
    await shows(card(page, 'expense'), '−450')
    const me = await server.api<Record<string, string>>('/v1/me', { token: await token(page) })
    expect(me.body).toMatchObject({ locale: 'ru-RU', timeZone: 'Europe/Moscow', currency: 'RUB', country: 'RU' })
  })

  it('shows budgets, events and tasks beside the chat as they change', async () => {
    const page = await signUp()
    await write(page, 'лимит на кафе 5000 в месяц')
    await shows(page.locator('#budgets .budget'), /кафе.*5.000/su)
    await write(page, 'потратил 1250 в кафе')
    await shows(page.locator('#budgets .budget'), /осталось 3.750/u)
    expect(await page.locator('#budgets progress').getAttribute('value')).toBe('0.25')
    await write(page, 'поставь созвон с Леной завтра в три часа дня на полчаса')
    await shows(card(page, 'event'), /Созвон с Леной.*15:00–15:30/su)
    await shows(page.locator('#events'), 'Событий нет')
    await page.locator('#day-after').click()
    await shows(page.locator('#events .event'), /15:00–15:30.*Созвон с Леной/su)
    await page.locator('#day-today').click()
    await write(page, 'добавь задачу купить молоко')
    await page.getByRole('checkbox', { name: /Выполнено: .*молоко/u }).check()
    await shows(page.locator('#tasks'), 'Открытых задач нет')
  })

  it('asks before it deletes, and keeps the question over a reload', async () => {
    const page = await signUp()
    await write(page, 'планёрка сегодня в 15:00 на полчаса')
    await write(page, 'удали планёрку')
    await page.reload()
    await shows(card(page, 'pending'), 'Планёрка')
    await shows(page.locator('#events .event'), 'Планёрка')
    await card(page, 'pending').getByRole('button', { name: 'Да' }).click()
    await shows(card(page, 'pending'), 'Подтверждено')
    await shows(card(page, 'event.removed'), 'Планёрка')
    await shows(page.locator('#events'), 'Событий нет')
    await page.reload()
    await shows(bubbles(page), 'планёрка сегодня в 15:00')
    await shows(card(page, 'event.removed'), 'Планёрка')
    expect(await card(page, 'pending').count()).toBe(0)
  })

  it('lets a person say no, in words too', async () => {
    const page = await signUp()
    await write(page, 'планёрка сегодня в 15:00 на полчаса')
    await write(page, 'удали планёрку')
    await write(page, 'нет')
    expect(await card(page, 'pending').getByRole('button').count()).toBe(0)
    await write(page, 'удали планёрку')
    await card(page, 'pending').getByRole('button', { name: 'Нет' }).click()
    await shows(card(page, 'pending'), 'Отклонено')
    await shows(page.locator('#events .event'), 'Планёрка')
  })

  it('takes an answer for each of several actions', async () => {
    const page = await signUp()
    await write(page, 'созвон с Леной 24 марта в 15:00')
    await write(page, 'обед с Петром 25 марта в 13:00')
    await write(page, 'удали все встречи на следующей неделе')
    const question = card(page, 'pending')
    expect(await question.getByRole('checkbox').count()).toBe(2)
    await question.getByRole('checkbox', { name: /Обед с Петром/iu }).uncheck()
    await question.getByRole('button', { name: 'Выполнить отмеченное' }).click()
    await shows(card(page, 'event.removed'), 'Созвон с Леной')
    const left = await server.api<{ output: { items: { title: string }[] } }>('/v1/tools/calendar_list_events', {
      method: 'POST',
      body: {},
      token: await token(page),
    })
    expect(left.body.output.items.map(({ title }) => title.toLowerCase())).toEqual(['обед с петром'])
  })

  it('undoes the last change with a button', async () => {
    const page = await signUp()
    await write(page, 'лимит на кафе 5000 в месяц')
    await shows(page.locator('#budgets .budget'), 'кафе')
    await page.getByRole('button', { name: 'Отменить' }).click()
    await shows(page.locator('#budgets'), 'Лимитов нет')
    await page.getByRole('button', { name: 'Отменить' }).click()
    await expect.poll(() => page.locator('#notice').textContent(), { timeout: WAIT }).not.toBe('')
  })
})

describe('around the conversation', () => {
  it('shows what came to the inbox and puts it away', async () => {
    const page = await signUp()
    await write(page, 'напомни через час позвонить маме')
    await server.api('/v1/test/tick', {
      method: 'POST',
      body: { at: '2026-03-18T11:30:00+03:00' },
      token: await token(page),
    })
    await page.reload()
    await shows(page.locator('#inbox .notice'), 'позвонить маме')
    await page.getByRole('button', { name: /Убрать: .*позвонить маме/u }).click()
    await shows(page.locator('#inbox'), 'Новых напоминаний нет')
  })

  it('keeps several conversations and deletes one', async () => {
    const page = await signUp()
    await write(page, 'потратил 450 на такси')
    await page.getByRole('button', { name: 'Новая беседа' }).click()
    await page.locator('deep-chat .intro').waitFor()
    await write(page, 'потратил 300 на кофе')
    await page.locator('.thread', { hasText: '450' }).click()
    await shows(card(page, 'expense'), 'такси')
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: /Удалить беседу «потратил 450/u }).click()
    await page.locator('.thread', { hasText: '450' }).waitFor({ state: 'detached' })
    await page.locator('deep-chat .intro').waitFor()
  })

  it('renews its token by itself and logs out', async () => {
    const page = await signUp()
    const before = await token(page)
    await page.evaluate(() => {
      const session = JSON.parse(localStorage.getItem('zelenial.session') ?? '{}')
      localStorage.setItem('zelenial.session', JSON.stringify({ ...session, accessToken: 'old', endsAt: 0 }))
    })
    await write(page, 'потратил 450 на такси')
    await shows(card(page, 'expense'), 'такси')
    expect(await token(page)).not.toBe('old')
    expect(before).toMatch(/^ey/u)
    await page.getByRole('button', { name: 'Профиль' }).click()
    await shows(page.locator('dialog'), '@')
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Выйти' }).click()
    await page.locator('#welcome button.primary').waitFor()
    expect(await page.evaluate(() => localStorage.getItem('zelenial.session'))).toBeNull()
  })

  it('sends a message again when the connection breaks, and records it once', async () => {
    const page = await signUp()
    let broken = 0
    await page.route('**/v1/chat', async (route) => {
      if (broken > 0) return route.continue()
      broken += 1
      // The message arrives; its answer does not.
      await route.fetch()
      return route.abort('connectionreset')
    })
    await write(page, 'потратил 450 на такси')
    await shows(bubbles(page), '450 ₽, такси')
    const spent = await server.api<{ output: { items: unknown[] } }>('/v1/tools/finance_list_transactions', {
      method: 'POST',
      body: {},
      token: await token(page),
    })
    expect([broken, spent.body.output.items.length]).toEqual([1, 1])
  })

  it('fetches earlier messages when the top is reached', async () => {
    const page = await signUp()
    await write(page, 'потратил 777 на такси')
    const threadId = await page.evaluate(() => localStorage.getItem('zelenial.thread'))
    const person = await token(page)
    for (let n = 1; n <= 21; n += 1) {
      const body = { message: `потратил ${n} на кофе`, threadId }
      expect((await server.api('/v1/chat', { method: 'POST', body, token: person })).status).toBe(200)
    }
    await page.reload()
    await shows(card(page, 'expense'), '−21')
    expect(await bubbles(page).filter({ hasText: 'потратил 777' }).count()).toBe(0)
    await page.locator('deep-chat #messages').evaluate((list) => list.scrollTo({ top: 0 }))
    await bubbles(page).filter({ hasText: 'потратил 777' }).waitFor({ state: 'attached' })
  })

  it('shows what people write as text, never as markup', async () => {
    const page = await signUp()
    const markup = '<img src="x" onerror="document.title=1"> [хлеб](javascript:alert(1))'
    const body = { title: markup }
    await server.api('/v1/tools/tasks_add_task', { method: 'POST', body, token: await token(page) })
    await write(page, markup)
    await shows(bubbles(page), '<img')
    await page.reload()
    await shows(bubbles(page), '<img')
    await shows(page.locator('#tasks .task'), '<img')
    expect(await page.locator('#tasks img, deep-chat img').count()).toBe(0)
    expect(await page.title()).toBe('Zelenial')
  })

  it('says in a sentence what went wrong', async () => {
    const page = await openPage()
    await page.getByRole('button', { name: 'Войти в свою запись' }).click()
    await page.getByLabel('Почта').fill('nobody@example.com')
    await page.getByLabel('Пароль').fill('not the password')
    await page.getByRole('button', { name: 'Войти', exact: true }).click()
    await expect.poll(() => page.getByRole('alert').textContent(), { timeout: WAIT }).toMatch(/^[А-ЯЁ].+\.$/u)
  })
})

describe('other people', () => {
  it('speaks English on a phone, and works by keyboard', async () => {
    const page = await openPage({ ...PHONE, locale: 'en-US', timezoneId: 'America/New_York', colorScheme: 'dark' })
    await page.getByRole('button', { name: 'Start' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('deep-chat #text-input').focus()
    await page.keyboard.type('spent 12 on a taxi')
    await page.keyboard.press('Enter')
    await shows(card(page, 'expense'), '$12')
    await write(page, 'cafe budget 200 a month')
    expect(await page.locator('#overview').isVisible()).toBe(false)
    await page.locator('#views').getByRole('button', { name: 'Day' }).press('Enter')
    await shows(page.locator('#budgets .budget'), '$200 left of $200')
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await page.getByRole('log').count()).toBe(0)
    await page.locator('#views').getByRole('button', { name: 'Chat' }).press('Enter')
    await page.getByRole('log', { name: 'Chat' }).waitFor()
    await page.getByRole('textbox', { name: 'Write a message' }).waitFor()
  })
})
