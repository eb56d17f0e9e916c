package io.lijevak.users.web;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.Form;
import io.lijevak.users.Open;
import io.lijevak.users.PersonId;
import io.lijevak.users.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {
    private final SignIn signIn;
    private final Entrance entrance;

    SignInController(SignIn signIn, Entrance entrance) {
        this.signIn = signIn;
        this.entrance = entrance;
    }

    @Open
    @GetMapping("/sign-in")
    String show(@RequestParam MultiValueMap<String, String> input, Model model) {
        model.addAttribute("form", Form.of(input));
        return "users/signIn";
    }

    @Open
    @PostMapping("/sign-in")
    String enter(
            @RequestParam MultiValueMap<String, String> input,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var form = Form.of(input);
        var outcome = signIn.with(form.value("email"), form.value("password"), request.getRemoteAddr());
        return switch (outcome) {
            case SignIn.Welcome welcome -> welcome(welcome.person(), form.value("next"), request, response);
            case SignIn.Refused refused ->
                again(
                        new FieldProblem("password", "users.signIn.refused", refused.triesLeft()),
                        422,
                        input,
                        model,
                        response);
            case SignIn.Wait wait ->
                again(new FieldProblem("password", "users.signIn.wait", wait.seconds()), 429, input, model, response);
        };
    }

    @Open
    @PostMapping("/sign-out")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        entrance.close(request, response);
        return "redirect:/sign-in";
    }

    private String welcome(PersonId person, String next, HttpServletRequest request, HttpServletResponse response) {
        entrance.open(person, request, response);
        return "redirect:" + ReturnAddress.of(next);
    }

    private static String again(
            FieldProblem problem,
            int status,
            MultiValueMap<String, String> input,
            Model model,
            HttpServletResponse response) {
        var kept = new LinkedMultiValueMap<>(input);
        kept.remove("password");
        model.addAttribute("form", Form.of(kept).with(List.of(problem)));
        response.setStatus(HttpStatus.valueOf(status).value());
        return "users/signIn";
    }
}
