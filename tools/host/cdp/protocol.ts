/** The part of the DevTools protocol that the host uses: parameters and results of its methods. */
export interface Methods {
  'Browser.close': [Record<string, never>, object]
  'Browser.getVersion': [Record<string, never>, { product: string }]
  'Browser.getWindowForTarget': [{ targetId: string }, { windowId: number; bounds: Bounds }]
  'Browser.setPermission': [
    {
      permission: { name: string }
      setting: 'granted' | 'denied'
      browserContextId?: string
    },
    object,
  ]
  'Browser.setWindowBounds': [{ windowId: number; bounds: Bounds }, object]
  'Emulation.setDeviceMetricsOverride': [
    { width: number; height: number; deviceScaleFactor: number; mobile: boolean },
    object,
  ]
  'Emulation.setDefaultBackgroundColorOverride': [{ color?: Rgba }, object]
  'Fetch.enable': [{ patterns: RequestPattern[] }, object]
  'Fetch.continueRequest': [{ requestId: string }, object]
  'Fetch.failRequest': [{ requestId: string; errorReason: string }, object]
  'Fetch.fulfillRequest': [FulfilledRequest, object]
  'HeapProfiler.collectGarbage': [Record<string, never>, object]
  'Page.addScriptToEvaluateOnNewDocument': [{ source: string; worldName?: string }, object]
  'Page.bringToFront': [Record<string, never>, object]
  'Page.captureScreenshot': [{ format: 'png' }, { data: string }]
  'Page.crash': [Record<string, never>, object]
  'Page.enable': [Record<string, never>, object]
  'Page.navigate': [{ url: string }, { frameId: string; errorText?: string }]
  'Page.printToPDF': [{ printBackground: boolean; preferCSSPageSize: boolean }, { data: string }]
  'Page.reload': [{ ignoreCache?: boolean }, object]
  'Runtime.addBinding': [{ name: string; executionContextName: string }, object]
  'Runtime.callFunctionOn': [
    {
      functionDeclaration: string
      executionContextId: number
      arguments: { value: unknown }[]
      silent: boolean
    },
    object,
  ]
  'Runtime.enable': [Record<string, never>, object]
  'Runtime.evaluate': [
    { expression: string; awaitPromise: boolean; returnByValue: boolean; userGesture: boolean },
    Evaluation,
  ]
  'Target.attachToTarget': [{ targetId: string; flatten: true }, { sessionId: string }]
  'Target.closeTarget': [{ targetId: string }, object]
  'Target.createBrowserContext': [{ disposeOnDetach: boolean }, { browserContextId: string }]
  'Target.createTarget': [NewTarget, { targetId: string }]
  'Target.disposeBrowserContext': [{ browserContextId: string }, object]
  'Target.setDiscoverTargets': [{ discover: boolean }, object]
  'Tracing.end': [Record<string, never>, object]
  'Tracing.start': [
    {
      transferMode: 'ReportEvents'
      traceConfig: { includedCategories: string[]; excludedCategories: string[] }
    },
    object,
  ]
}

export interface Events {
  'Fetch.requestPaused': PausedRequest
  'Inspector.targetCrashed': object
  'Page.frameNavigated': {
    frame: { id: string; parentId?: string; url: string; unreachableUrl?: string }
  }
  'Page.loadEventFired': object
  /** The page asks for a window, by script or by a link. */
  'Page.windowOpen': { url: string }
  'Runtime.bindingCalled': { name: string; payload: string; executionContextId: number }
  'Runtime.consoleAPICalled': { type: string; args: { value?: unknown; description?: string }[] }
  'Runtime.exceptionThrown': { exceptionDetails: ExceptionDetails }
  'Runtime.executionContextCreated': { context: ExecutionContext }
  'Runtime.executionContextDestroyed': { executionContextId: number }
  'Runtime.executionContextsCleared': object
  'Target.targetCreated': { targetInfo: TargetInfo }
  'Target.targetDestroyed': { targetId: string }
  'Tracing.dataCollected': { value: TraceEvent[] }
  'Tracing.tracingComplete': object
}

export type Method = keyof Methods
export type EventName = keyof Events

export interface Bounds {
  left?: number
  top?: number
  width?: number
  height?: number
  windowState?: 'normal' | 'minimized' | 'maximized' | 'fullscreen'
}

export interface Rgba {
  r: number
  g: number
  b: number
  a: number
}

export interface HeaderEntry {
  name: string
  value: string
}

export interface TargetInfo {
  targetId: string
  type: string
  url: string
  openerId?: string
}

export interface PausedRequest {
  requestId: string
  request: { url: string; method: string; headers: Record<string, string>; postData?: string }
  frameId: string
  resourceType: string
}

export interface TraceEvent {
  name: string
  args: { data?: { frames?: { frame: string; processId: number }[] } }
}

interface RequestPattern {
  urlPattern: string
  resourceType?: string
}

interface FulfilledRequest {
  requestId: string
  responseCode: number
  responseHeaders: HeaderEntry[]
  body: string
}

interface NewTarget {
  url: string
  browserContextId?: string
  width?: number
  height?: number
  newWindow?: boolean
  windowState?: 'normal' | 'fullscreen'
}

interface ExecutionContext {
  id: number
  name: string
  origin: string
  auxData: { frameId: string }
}

interface ExceptionDetails {
  text: string
  exception?: { description?: string; value?: unknown }
}

interface Evaluation {
  result: { value?: unknown }
  exceptionDetails?: ExceptionDetails
}
