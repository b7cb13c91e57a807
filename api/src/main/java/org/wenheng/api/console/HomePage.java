package org.wenheng.api.console;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.wenheng.api.period.PublishedPeriod;
import org.wenheng.api.period.PublishedPeriods;
import org.wenheng.api.scheme.Scheme;
import org.wenheng.api.scheme.Schemes;

@Controller
class HomePage {
    private static final int PERIODS_SHOWN = 12;

    private final Schemes schemes;
    private final PublishedPeriods periods;

    HomePage(Schemes schemes, PublishedPeriods periods) {
        this.schemes = schemes;
        this.periods = periods;
    }

    /** A scheme and its newest periods. */
    record Choice(Scheme scheme, List<PublishedPeriod> newest) {}

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute(
                "choices",
                schemes.list().stream()
                        .map(scheme -> new Choice(scheme, newest(scheme.schemeCode())))
                        .toList());
        return "home";
    }

    /** The newest period of a scheme, the longest one first: a year before its last month. */
    @GetMapping("/schemes/{scheme}")
    String scheme(@PathVariable String scheme, Model model) {
        Scheme found = schemes.load(scheme);
        model.addAttribute("choices", List.of(new Choice(found, newest(scheme))));
        return "home";
    }

    private List<PublishedPeriod> newest(String scheme) {
        return periods.list(scheme, null).stream().limit(PERIODS_SHOWN).toList();
    }
}
