import { newId } from '../../../core/ids.ts'
import { defineTool } from '../../../tools/contract.ts'
import { recordCheck } from '../repository.ts'
import { type CheckOutput, type CheckStackInput, checkOutput, checkStackInput } from '../schema.ts'
import { showCheck } from '../show.ts'
import { say } from '../words.ts'
import { saidCheck } from '../words-check.ts'
import { bodyOf, checked, showerFor } from './body.ts'

/** Checking what is taken together. Every verdict is kept with its input and the release it was made with. */
export const checkStack = defineTool<CheckStackInput, CheckOutput>({
  name: 'nutrition_check_stack',
  title: 'Check supplements together',
  description:
    'Checks supplements, foods with doses and medicines taken together against limits, interactions, conditions and allergies: "можно ли магний с варфарином". The person’s own profile always counts; facts they say of themselves now go beside it, with subject.self true. A subject without self is somebody else, of whom only what is said here counts. Call it before any advice about a supplement.',
  input: checkStackInput,
  output: checkOutput,
  about: 'health',
  withoutConsent: true,
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (output) => saidCheck(output),
  run: async (ctx, { items, ...about }) => {
    const person = await bodyOf(ctx, about)
    const input = { ...person, items }
    const result = await checked(input)
    const id = newId()
    const facts = await ctx.safetyFacts()
    const mayKeep = ctx.user.consents.includes('health')
    await recordCheck(
      ctx.tx,
      ctx.user.id,
      {
        id,
        release: result.release,
        input: mayKeep ? input : null,
        factIds: mayKeep ? facts.map(({ source }) => source.id) : [],
        verdict: result.verdict,
        ruleIds: result.findings.map(({ ruleId }) => ruleId),
      },
      ctx.now,
    )
    return showCheck(showerFor(ctx, about), result, person, id)
  },
})
