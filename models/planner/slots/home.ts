import { fillLearnt, give } from './fields.ts'
import { left, type Slots, use } from './state.ts'

/** A thing with how much of it: "молоко 2 литра", "десяток яиц". */
export const fillThing = (slots: Slots): void => {
  const [measure] = left(slots, 'measure')
  if (measure && give(slots, 'quantity', measure)) use(slots, measure)
  const [number] = left(slots, 'number')
  if (!measure && number && give(slots, 'quantity', number)) use(slots, number)
  fillLearnt(slots)
}
