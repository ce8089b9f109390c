import { PHRASES, TOOLS, trainedPlanner } from './models/planner/planner.fixture.ts'
import { measurePhrases } from './models/planner/measure.ts'
import { writeFileSync } from 'node:fs'
const m = measurePhrases(trainedPlanner(), PHRASES, TOOLS)
console.log(m.languages, m.p95Ms)
const by = new Map<string, {n:number,t:number,a:number}>()
for (const j of m.judged) { for (const k of [j.phrase.tool.split('_')[0], j.phrase.tool+' '+j.phrase.lang]) { const r = by.get(k) ?? {n:0,t:0,a:0}; r.n++; r.t += +j.rightTool; r.a += +j.rightArgs; by.set(k, r) } }
for (const [k, r] of [...by].filter(([k])=>!k.includes(' '))) console.log(k, r.n, (100*r.t/r.n).toFixed(1), (100*r.a/r.n).toFixed(1))
writeFileSync('/tmp/held.by.txt', [...by].filter(([k])=>k.includes(' ')).map(([k,r])=>`${k} ${r.n} ${(100*r.t/r.n).toFixed(0)} ${(100*r.a/r.n).toFixed(0)}`).sort().join('\n'))
writeFileSync('/tmp/held.bad.jsonl', m.judged.filter(j=>!j.rightArgs).map(j=>JSON.stringify({text:j.phrase.text,lang:j.phrase.lang,tool:j.phrase.tool,args:j.phrase.args,got:j.tool,gotArgs:j.args})).join('\n'))
