import { fuzzBridge } from '/work/wt/fuzz/test/fuzz/bridge.ts'
const t = Date.now()
console.log(await fuzzBridge(Number(process.argv[2] ?? 2000), 7), Date.now() - t)
process.exit(0)
