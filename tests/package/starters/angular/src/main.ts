import { bootstrapApplication, provideClientHydration } from "@angular/platform-browser";
import { App } from "./app";

const isRendered = document.querySelector("app-root")?.hasAttribute("ng-server-context");

bootstrapApplication(App, { providers: isRendered ? [provideClientHydration()] : [] });
