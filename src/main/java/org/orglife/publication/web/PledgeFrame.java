package org.orglife.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import org.orglife.publication.Pledge;
import org.orglife.publication.PledgeState;
import org.orglife.publication.Pledges;
import org.orglife.shared.BranchScope;
import org.orglife.web.FormRefusals;
import org.orglife.web.Redrawn;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Draws the page of a pledge, and draws it again where something is wrong with one of its forms. */
@Component
class PledgeFrame {

    private final PublicationFrame frame;
    private final Pledges pledges;

    PledgeFrame(PublicationFrame frame, Pledges pledges) {
        this.frame = frame;
        this.pledges = pledges;
    }

    String one(long id, BranchScope scope, Model model) {
        Pledge pledge = pledges.get(id, scope);
        frame.put(pledge.getTaskId(), "pledges", scope, model);
        boolean writer = Pledges.isWriter(pledge, scope);
        boolean reviewer = Pledges.isReviewer(pledge, scope);
        PledgeState state = pledge.getState();
        model.addAttribute("pledge", pledge);
        model.addAttribute("edits", writer && state == PledgeState.WRITTEN);
        model.addAttribute("reviews", reviewer && state == PledgeState.WRITTEN);
        model.addAttribute("givesBack", reviewer && (state == PledgeState.WRITTEN || state == PledgeState.REVIEWED));
        model.addAttribute("reports", writer && (state == PledgeState.PUBLISHED || state == PledgeState.IN_FULFILMENT));
        model.addAttribute(
                "evaluates", reviewer && (state == PledgeState.IN_FULFILMENT || state == PledgeState.EVALUATED));
        if (!model.containsAttribute("words")) {
            model.addAttribute("words", new PledgeWordsForm(null));
        }
        if (!model.containsAttribute("reason")) {
            model.addAttribute("reason", new ReasonForm(null));
        }
        return "publication/pledge";
    }

    String again(
            long id, Object form, BindingResult errors, BranchScope scope, Model model, HttpServletResponse response) {
        Redrawn.with(model, form, errors);
        model.addAttribute("again", true);
        return FormRefusals.again(one(id, scope, model), response);
    }
}
