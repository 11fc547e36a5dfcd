package dev.dovetail.examples.springboot.phone;

import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Resource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Phones: no two of a number, and one number is not given away. */
@Configuration(proxyBeanMethods = false)
public class Phones {
    public static final Resource<Phone, Integer> PHONES = Resource.of(Phone.class, Phone::id)
            .generatedKey()
            .unique(Phone::number)
            .build();

    @Bean
    ResourcePlugin<Phone, Integer> phonesPlugin() {
        return ResourcePlugin.of(PHONES)
                .forbid(
                        "112 is for emergencies.",
                        change -> change.value().number().equals("112"));
    }
}
