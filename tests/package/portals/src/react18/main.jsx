import { mount } from "../react/portal.jsx";
import { ClaimForm } from "./elements.jsx";

mount(ClaimForm);
