package org.orglife.reminder;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.sealing.Sealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Carries a message out of the system. Follows no redirect: an address that was allowed must not lead to another one. */
@Component
class ChannelPost {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelPost.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sealer sealer;
    private final ObjectProvider<JavaMailSender> mail;
    private final String from;
    private final RestClient robots;

    ChannelPost(Sealer sealer, ObjectProvider<JavaMailSender> mail, ReminderProperties properties) {
        this.sealer = sealer;
        this.mail = mail;
        this.from = properties.mailFrom();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build());
        requests.setReadTimeout(PATIENCE);
        this.robots = RestClient.builder().requestFactory(requests).build();
    }

    /** Whether mail can be sent from here at all. */
    boolean hasMail() {
        return mail.getIfAvailable() != null && !from.isEmpty();
    }

    /** Sends a text; whether it was taken. The trail of a failure names neither address nor text. */
    boolean send(ReminderChannel channel, String subject, String text) {
        String address = sealer.open(channel.getAddressSealed(), Channels.ADDRESS);
        try {
            return channel.getKind() == ChannelKind.MAIL ? mail(address, subject, text) : robot(address, text);
        } catch (MailException | RestClientException refused) {
            LOG.warn(
                    "Reminder channel {} took no message: {}",
                    channel.getId(),
                    refused.getClass().getSimpleName());
            return false;
        }
    }

    private boolean mail(String address, String subject, String text) {
        JavaMailSender sender = mail.getIfAvailable();
        if (sender == null || from.isEmpty()) {
            return false;
        }
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(address);
        message.setSubject(subject);
        message.setText(text);
        sender.send(message);
        return true;
    }

    /** 企业微信 and 钉钉 take the same form, and answer 200 with a number that is 0 if they took it. */
    private boolean robot(String address, String text) {
        Answer answer = robots.post()
                .uri(URI.create(address))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("msgtype", "text", "text", Map.of("content", text)))
                .retrieve()
                .body(Answer.class);
        return answer != null && answer.errcode() != null && answer.errcode() == 0;
    }

    private record Answer(@Nullable Integer errcode) {}
}
