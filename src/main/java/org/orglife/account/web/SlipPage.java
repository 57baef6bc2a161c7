package org.orglife.account.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.orglife.account.SignInSlip;
import org.orglife.web.PublicAddress;
import org.orglife.web.QrCode;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of sign-in slips, the answer to the request that made them: it cannot be opened a second time. */
@Component
class SlipPage {

    static final String VIEW = "account/slips";

    private final PublicAddress address;

    SlipPage(PublicAddress address) {
        this.address = address;
    }

    /** A slip ready to be drawn. */
    record Printed(SignInSlip slip, QrCode code) {

        /** Passwords do not appear in logs or messages. */
        @Override
        public String toString() {
            return slip.toString();
        }
    }

    /** Shows the slips with a way back. */
    String of(List<SignInSlip> slips, String back, Model model) {
        model.addAttribute(
                "slips",
                slips.stream().map(slip -> new Printed(slip, code(slip))).toList());
        model.addAttribute("address", address.shown());
        model.addAttribute("until", slips.get(0).until());
        model.addAttribute("backTo", back);
        return VIEW;
    }

    /** Both fields stand behind the #, which no browser sends and no server logs. */
    private QrCode code(SignInSlip slip) {
        return QrCode.of(address.of("/login") + "#u=" + encoded(slip.username()) + "&p=" + encoded(slip.password()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
