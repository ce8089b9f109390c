// Joins the parts of the page: who is signed in, the open conversation, the panels around it.
import { createAccountDialog } from './account.js'
import { openChat } from './chat.js'
import { forgetConfirmations } from './confirmations.js'
import { byId } from './dom.js'
import { createNutrition } from './nutrition.js'
import { createPanels } from './panels.js'
import { readSession, runTool } from './session.js'
import { language, t } from './strings.js'
import { createThreads } from './threads.js'
import { showWelcome } from './welcome.js'

const THREAD = 'zelenial.thread'
const NOTICE_MS = 5_000
const REFRESH_MS = 60_000

const translate = () => {
  document.documentElement.lang = language
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = t(element.dataset.text)
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', t(element.dataset.label))
}

let noticeTimer = 0
const tell = (sentence) => {
  byId('notice').textContent = sentence
  clearTimeout(noticeTimer)
  noticeTimer = setTimeout(() => {
    byId('notice').textContent = ''
  }, NOTICE_MS)
}

const viewButtons = document.querySelectorAll('button[data-view]')
const showView = (view) => {
  byId('app').dataset.view = view
  for (const button of viewButtons) button.setAttribute('aria-pressed', String(button.dataset.view === view))
}
const openView = (view) => {
  showView(view)
  if (view === 'nutrition') void nutrition.open()
}

const signedOut = () => {
  localStorage.removeItem(THREAD)
  forgetConfirmations()
  byId('app').hidden = true
  byId('chat').replaceChildren()
  nutrition.clear()
  byId('welcome').hidden = false
  showWelcome(signedIn)
}

const state = { chat: null, cardStyle: '' }
const currentThread = () => localStorage.getItem(THREAD)

const refresh = async () => {
  try {
    await Promise.all([panels.refresh(), threads.refresh(currentThread)])
  } catch (error) {
    if (error.status === 401) signedOut()
    tell(error.message)
  }
}

/** Runs a change the person asked for with a button, tells what went wrong, and shows the new state either way. */
const act = async (work) => {
  try {
    await work()
  } catch (error) {
    tell(error.message)
  }
  await refresh()
}

const openThread = (threadId) => {
  if (threadId) localStorage.setItem(THREAD, threadId)
  else localStorage.removeItem(THREAD)
  state.chat?.close()
  state.chat = openChat(byId('chat'), {
    threadId,
    cardStyle: state.cardStyle,
    failed: (error) => {
      if (error.status === 401) signedOut()
      // The conversation was deleted on another device.
      if (error.status === 404 && threadId) openThread(null)
      tell(error.message)
    },
    openCheck: (args) => {
      showView('nutrition')
      void nutrition.openWith(args)
    },
    afterTurn: (result) => {
      localStorage.setItem(THREAD, result.threadId)
      void refresh()
    },
  })
  showView('chat')
  void threads.refresh(currentThread).catch((error) => tell(error.message))
}

const undo = () =>
  act(async () => {
    const { output, said } = await runTool('account_undo_last')
    const sentence = said || t('nothingToUndo')
    if (output.undone.length > 0) state.chat.say(sentence)
    else tell(sentence)
  })

const signedIn = async () => {
  byId('welcome').hidden = true
  byId('app').hidden = false
  await customElements.whenDefined('deep-chat')
  openThread(currentThread())
  await refresh()
}

const panels = createPanels(act)
const nutrition = createNutrition({
  close: () => showView('chat'),
  failed: (error) => {
    if (error.status === 401) signedOut()
    tell(error.message)
  },
})
const threads = createThreads({ open: openThread, act })
createAccountDialog({ left: signedOut, tell })

translate()
for (const button of viewButtons) button.onclick = () => openView(button.dataset.view)
byId('undo').onclick = undo
const refreshWhenSeen = () => {
  if (document.visibilityState === 'visible' && readSession()) void refresh()
}
document.addEventListener('visibilitychange', refreshWhenSeen)
setInterval(refreshWhenSeen, REFRESH_MS)

// deep-chat lives in a shadow tree, which the page's own style does not reach.
const styles = ['bars.css', 'cards.css'].map(async (file) => (await fetch(file)).text())
state.cardStyle = (await Promise.all(styles)).join('\n')
if (readSession()) await signedIn()
else signedOut()
