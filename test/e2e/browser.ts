export { launchBrowser } from '../../bench/browser.ts'
