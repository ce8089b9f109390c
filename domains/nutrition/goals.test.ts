// What people say they train for, as they say it, is the goal it means.
import { describe, expect, it } from 'vitest'
import { knowledge } from './knowledge/index.ts'
import { goalOf } from './service.ts'

const SAID: readonly (readonly [ReturnType<typeof goalOf>, string])[] = [
  [
    'sleep',
    'сна, сон, глубокого сна, крепкий сон, засыпать, выспаться, sleep, better sleep, fall asleep, sleep quality',
  ],
  [
    'recovery',
    'восстановления, восстанавливаться, быстрого восстановления, восстановление мышц, крепатуру, recovery, recover, muscle recovery, muscle soreness, post-workout recovery',
  ],
  [
    'hydration',
    'жару, жаре, обезвоживания, гидратации, восполнения электролитов, hydrated, better hydration, dehydration, heat, running in the heat',
  ],
  [
    'focus',
    'внимания, бодрость, концентрации внимания, сосредоточиться, фокуса, alert, alertness, mental focus, focused, concentration',
  ],
  [
    'power',
    'скорости, мощность, взрывной силы, взрывную мощность, спринтом, хоккея, кроссфитом, волейбола, борьбы, дзюдо, speed, explosive power, sprinting, tennis, boxing, wrestling, basketball',
  ],
  [
    'endurance',
    'выносливости, беговой выносливости, длинных пробежках, пробежек, длинных забегов, марафону, велоспортом, лыжами, греблей, трейлраннингом, long runs, running endurance, cross-country skiing, rowing, half marathon',
  ],
  [
    'strength',
    'силы, максимальной силы, силовых показателей, тяжелой атлетикой, армрестлинга, пауэрлифтингом, stronger, strength gains, weightlifting, arm wrestling, strongman, muscle strength',
  ],
  [
    'muscle',
    'мышц, набора массы, массу, роста мышц, накачать мышцы, мышечной массы, бодибилдинга, building muscle, bulk up, lean mass, hypertrophy, put on muscle',
  ],
  ['disease', 'лечения артроза, вылечить гастрит, to treat arthritis, hypertension, от бессонницы'],
]

describe('a goal', () => {
  it.each(SAID.flatMap(([goal, said]) => said.split(', ').map((text) => [text, goal] as const)))(
    '“%s” is %s',
    (text, goal) => {
      expect(goalOf(knowledge(), text)).toBe(goal)
    },
  )
  it('is the sport where nothing else was said', () => {
    expect(goalOf(knowledge(), undefined, 'хоккеем')).toBe('power')
    expect(goalOf(knowledge(), 'выносливости', 'хоккее')).toBe('endurance')
    expect(goalOf(knowledge(), 'a nice life', 'swimming')).toBe('endurance')
  })
  it('is none in other words', () => {
    expect(goalOf(knowledge(), 'красоты')).toBe(null)
    expect(goalOf(knowledge(), 'taxes')).toBe(null)
  })
})
