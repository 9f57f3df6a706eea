import { mount } from "./portal.jsx";

mount("cpor-claim-form");
