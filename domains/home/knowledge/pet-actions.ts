/** What to do about a finding, said once for all entries. */
import type { Bilingual } from '../engine/assess-types.ts'
import { type PetActionId, t } from './entries.ts'

export const petActions: Readonly<Record<PetActionId, Bilingual>> = {
  emergency: t(
    'Звоните в ветклинику прямо сейчас, признаков не ждите. Рвоту сами не вызывайте. Возьмите упаковку или кусочек растения.',
    'Call a vet right now, do not wait for signs. Do not make the animal vomit yourself. Take the packet or a piece of the plant along.',
  ),
  call: t(
    'Позвоните ветеринару сегодня: что, сколько и когда съедено, сколько животное весит.',
    'Call a vet today: what was eaten, how much, when, and what the animal weighs.',
  ),
  watch: t(
    'Понаблюдайте сутки. При рвоте, поносе, вялости или отказе от еды звоните ветеринару.',
    'Keep an eye on the animal for a day. If it vomits, has diarrhoea, is listless or stops eating, call a vet.',
  ),
  avoid: t(
    'Не давайте. Если уже съедено, понаблюдайте сутки и при любых признаках звоните ветеринару.',
    'Do not give it. If it is eaten already, watch for a day and call a vet at any sign.',
  ),
  rinse: t(
    'Уберите растение, протрите пасть влажной тканью, дайте попить. Если отёк, слюна течёт или трудно глотать, сразу к ветеринару.',
    'Take the plant away, wipe the mouth with a wet cloth, offer water. With swelling, drooling or trouble swallowing go to a vet at once.',
  ),
  wash: t(
    'Смойте с шерсти тёплой водой с каплей средства для посуды, не давайте вылизываться и сразу звоните ветеринару.',
    'Wash it off with lukewarm water and a drop of dish soap, stop the animal licking itself, and call a vet at once.',
  ),
  portion: t(
    'Понемногу, без соли, масла, сахара и приправ: все лакомства вместе не больше десятой части дневного рациона.',
    'A little, without salt, oil, sugar or spices: all treats together no more than a tenth of the day’s food.',
  ),
  greens: t(
    'Вводите понемногу, мойте; основой рациона остаётся сено.',
    'Introduce it little by little, washed; hay stays the main food.',
  ),
  fine: t(
    'Ничего делать не нужно. При рвоте или поносе уберите.',
    'Nothing to do. Remove it if there is vomiting or diarrhoea.',
  ),
  unknown: t(
    'Не давайте, пока не спросите ветеринара. Если уже съедено, позвоните ему.',
    'Do not give it before a vet is asked. If it is eaten already, call one.',
  ),
}
