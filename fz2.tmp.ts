import { fuzzAnswers } from './test/fuzz/answers.ts'
const t = Date.now()
const r = await fuzzAnswers({ small: Number(process.argv[2]), large: Number(process.argv[3]), slow: Number(process.argv[4]) }, 7)
console.log(r.faults?.join('\n---\n')); console.log(r.answers, r.faults?.length, Date.now() - t)
process.exit(0)
