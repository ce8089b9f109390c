// Sign-up and log-in. On this very computer one click is enough: the page makes up the e-mail and the password.
import { byId, h } from './dom.js'
import { login, register } from './session.js'
import { language, locale, t } from './strings.js'

const PURPOSES = ['health', 'external_model', 'proactive', 'household']
const CURRENCIES = ['RUB', 'USD', 'EUR', 'GBP', 'KZT', 'BYN', 'UAH', 'GEL', 'AMD', 'TRY']
const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)

const random = (bytes) =>
  [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const field = (label, props) => h('label.field', {}, h('span', {}, label), h('input', { required: true, ...props }))

const consentTicks = () =>
  h(
    'fieldset',
    {},
    h('legend', {}, t('consents')),
    PURPOSES.map((name) =>
      h('label.tick', {}, h('input', { type: 'checkbox', name }), h('span', {}, t(`consent.${name}`))),
    ),
    h('p.hint', {}, t('consentsHint')),
  )

const currencyChoice = () => {
  const usual = { ru: 'RUB', en: 'USD' }[language]
  return h(
    'label.field',
    {},
    h('span', {}, t('currency')),
    h(
      'select',
      { name: 'currency' },
      CURRENCIES.map((code) => h('option', { value: code, defaultSelected: code === usual }, code)),
    ),
  )
}

/** What the browser knows of the person, and what they ticked. */
const profileOf = (form) => ({
  locale,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  currency: form.elements.currency.value,
  country: new Intl.Locale(locale).maximize().region,
  consents: Object.fromEntries(PURPOSES.map((name) => [name, form.elements[name].checked])),
})

const form = (onSubmit, children) => {
  const sentence = h('p.error', { role: 'alert' })
  const submit = async (event) => {
    event.preventDefault()
    const button = event.target.querySelector('.primary')
    button.disabled = true
    sentence.textContent = ''
    try {
      await onSubmit(event.target)
    } catch (error) {
      sentence.textContent = error.message
    } finally {
      button.disabled = false
    }
  }
  return h('form', { onsubmit: submit }, children, sentence)
}

const button = (label) => h('button.primary', { type: 'submit' }, label)
const link = (label, onclick) => h('button.link', { type: 'button', onclick }, label)
const address = () => field(t('email'), { type: 'email', name: 'email', autocomplete: 'username' })
const secret = (autocomplete) =>
  field(t('password'), {
    type: 'password',
    name: 'password',
    minLength: 8,
    placeholder: t('passwordHint'),
    autocomplete,
  })

/** Shows the forms; `done()` is called once somebody is signed in. */
export const showWelcome = (done) => {
  const show = (...parts) => {
    byId('welcome').replaceChildren(h('h1', {}, t('title')), h('p.tagline', {}, t('tagline')), ...parts)
    byId('welcome').querySelector('input[required], .primary')?.focus()
  }

  const oneClick = () =>
    show(
      form(
        async (element) => {
          const made = { email: `${random(6)}@zelenial.example`, password: random(16) }
          await register({ ...profileOf(element), ...made }, { generated: true })
          done()
        },
        [button(t('start')), h('p.hint', {}, t('startHint')), consentTicks(), currencyChoice()],
      ),
      h('p.choices', {}, link(t('haveAccount'), withPassword), link(t('createAccount'), newAccount)),
    )

  const withPassword = () =>
    show(
      form(
        async ({ elements }) => {
          await login(elements.email.value, elements.password.value)
          done()
        },
        [address(), secret('current-password'), button(t('login'))],
      ),
      h('p.choices', {}, isLocal ? link(t('back'), oneClick) : link(t('createAccount'), newAccount)),
    )

  const newAccount = () =>
    show(
      form(
        async (element) => {
          const { email, password } = element.elements
          await register({ ...profileOf(element), email: email.value, password: password.value }, { generated: false })
          done()
        },
        [address(), secret('new-password'), consentTicks(), currencyChoice(), button(t('register'))],
      ),
      h('p.choices', {}, link(t('haveAccount'), withPassword), isLocal ? link(t('back'), oneClick) : null),
    )

  if (isLocal) oneClick()
  else withPassword()
}
