// Holds PDFs against veraPDF's own rules for PDF/A-2a and PDF/UA-1, a line for each file and
// standard. Asked by .ci/conform; ends with 1 where a file breaks one.

import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

public class Conform {
    static final String[] STANDARDS = {"PDFA-2A", "PDFUA-1"};

    public static void main(String[] files) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean whole = true;
        for (String file : files) {
            for (String standard : STANDARDS) {
                whole &= conforms(file, standard);
            }
        }
        System.exit(whole ? 0 : 1);
    }

    static boolean conforms(String file, String standard) throws Exception {
        String rules = "/org/verapdf/pdfa/validation/" + standard + ".xml";
        ValidationProfile profile = Profiles.profileFromXml(Conform.class.getResourceAsStream(rules));
        try (PDFAParser parser = Foundries.defaultInstance()
                .createParser(new FileInputStream(file), profile.getPDFAFlavour())) {
            ValidationResult result = ValidatorFactory.createValidator(profile, false).validate(parser);
            Map<String, Integer> broken = new TreeMap<>();
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() == TestAssertion.Status.FAILED) {
                    broken.merge(each.getRuleId().getClause() + ": " + each.getMessage(), 1, Integer::sum);
                }
            }
            System.out.printf("%s: %s %s, %,d checks%n", file, standard,
                    result.isCompliant() ? "holds" : "is broken", result.getTotalAssertions());
            broken.forEach((rule, times) -> System.out.println("    " + rule + " (" + times + ")"));
            return result.isCompliant();
        }
    }
}
